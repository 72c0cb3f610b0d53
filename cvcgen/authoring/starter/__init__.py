"""A first site to replace piece by piece: its content and the files around it."""

from cvcgen.authoring.starter.content import Start, starter_content
from cvcgen.authoring.starter.surroundings import surrounding_files
from cvcgen.authoring.starter.words import starter_words

__all__ = ["Start", "starter_content", "starter_words", "surrounding_files"]
