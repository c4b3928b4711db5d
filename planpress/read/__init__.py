"""Files in, records and raw numbers out; every part remembers its place."""
