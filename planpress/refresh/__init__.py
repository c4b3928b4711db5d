"""New data brought in, and what it changes: the command `refresh`."""
