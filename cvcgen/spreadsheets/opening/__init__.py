"""A file to sheets of cells, bounded in memory and time, whoever made it."""
