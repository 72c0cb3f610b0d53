"""A first site to replace piece by piece: its content and the files around it."""

from cvcgen.authoring.starter.content import Start, starter_content
from cvcgen.authoring.starter.surroundings import surrounding_files

__all__ = ["Start", "starter_content", "surrounding_files"]
