"""What each page shows, as values: one view per page, built from scoreboard and catalogue.

Pure functions of a `PageContext`. Every text in a view is in the page's language and ready
to be shown; templates add loops and conditions, nothing else. HTML belongs to `render`.
"""
