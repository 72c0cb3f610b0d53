"""What a change of the content does to scores and ranks, for those who review it.

`story` puts a comparison into words and figures, raw; each `as_…` module draws a story for
one medium and escapes it. `as_json` alone works from the comparison itself.
"""
