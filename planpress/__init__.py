"""Turns Markdown and CSV into the public website of a strategic plan."""

__version__ = "0.1.0"
