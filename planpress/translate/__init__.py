"""What is missing, what is stale, out to translators and back."""
