"""Who does the work that can be shared out: this process, several of them, or a cluster."""
