"""What cvcgen can write for contributors: new content, and what helps them edit it.

The use cases that read content and publish it are in `app`; these use it to read. Like it,
they are functions from values to values, and raise `app.EnvironmentFailure`.
"""
