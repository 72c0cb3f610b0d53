"""Scores and ranks over time, with the reason of each change."""
