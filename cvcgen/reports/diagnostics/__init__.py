"""Diagnostics as text for a terminal, JSON, SARIF, or what GitHub and GitLab show."""
