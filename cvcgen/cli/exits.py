"""What a command's exit code says."""

from enum import IntEnum


class Exit(IntEnum):
    """The codes, the same for every command."""

    DONE = 0
    FINDINGS = 1
    """The content has faults, or a gate failed."""
    USAGE = 2
    """The command line is wrong."""
    ENVIRONMENT = 3
    """Files, folders or permissions stand in the way."""
    BUG = 4
    INTERRUPTED = 130
    """Stopped from the keyboard: 128 + SIGINT, as shells say it."""
    PIPE = 141
    """The reader of our output has gone: 128 + SIGPIPE."""
