"""What stands in the way of every use case alike."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import Message


@dataclass(eq=False)
class EnvironmentFailure(Exception):
    """Something outside the content stands in the way: files, folders, permissions."""

    message: Message
    """What, and what to do about it."""
