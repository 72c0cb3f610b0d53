"""Values as text: diagnostics, scores and rankings for people, machines and CI.

Pure functions from core values to `str`: no file, no terminal, no click. Pages are for
`publish`; which report is printed where is for `cli`.
"""
