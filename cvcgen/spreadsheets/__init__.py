"""Spreadsheets to what they say of projects, and grids to fill in; nothing else knows cells.

`forms` says what a grid holds and writes it. The other way round, `opening` turns files into
sheets of cells, and `understanding` reads what they say, as claims, against a catalogue. What
becomes of claims is decided in `contributing.importing`.
"""
