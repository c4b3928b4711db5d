"""Turns Markdown and CSV into the public website of a strategic plan."""
