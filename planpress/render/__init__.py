"""Everything known about a plan in, pages out."""
