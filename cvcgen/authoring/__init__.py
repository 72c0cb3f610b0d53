"""New content: commented files, schemas for editors, a first site, the canonical form.

Values in, text out; only `newfiles` touches the disk. What is there already is read by
`sources`, and never overwritten here unless it is ours.
"""
