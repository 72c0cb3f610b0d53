"""The grid that people fill in, as values and as files."""
