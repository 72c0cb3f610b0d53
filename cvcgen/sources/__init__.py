"""Bytes to model: the only reader of content.

A snapshot holds the files of one state of the content; the loader makes a catalogue of it
and says what is wrong. Nothing here scores, ranks or publishes.
"""
