"""Words out to a translator and back: the commands `translate export` and `translate import`."""
