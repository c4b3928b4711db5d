"""What a reader could find out from the finished site: every number it publishes, put together."""
