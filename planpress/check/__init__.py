"""Rules that find problems in records and raw numbers."""
