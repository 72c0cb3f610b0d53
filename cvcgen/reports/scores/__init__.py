"""The arithmetic of each score: rows that add up to the figure that is shown."""
