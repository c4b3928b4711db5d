"""The only door between raw numbers and everything that is published."""
