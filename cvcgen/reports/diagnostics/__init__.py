"""Diagnostics as text for a terminal, JSON, GitHub's annotations or SARIF."""
