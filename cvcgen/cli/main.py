"""Entry of the command line, for the installed script and for `python -m cvcgen`."""

import gc
import os
import sys

from cvcgen import __version__

_RARELY = 1_000_000
"""After how many new objects Python looks for circles among them."""
_ONLY_VERSION = ["--version"]
"""What scripts ask, and nothing else."""


def main() -> int:
    """The command line of this process, run; its exit code.

    Everything is imported in here, so that an interrupt while it loads is quiet too.
    """
    # Records are frozen trees without circles, which reference counts free: looking for circles
    # among them after every 700 new objects is a tenth of the work of a history.
    gc.set_threshold(_RARELY)
    # No page knows a time zone; Babel reads this one while it loads, and ends where it is none.
    os.environ.pop("TZ", None)
    try:
        if sys.argv[1:] == _ONLY_VERSION and _tell_version():
            return 0
        from cvcgen.cli.console import open_console  # noqa: PLC0415
        from cvcgen.cli.run import run  # noqa: PLC0415

        return run(sys.argv[1:], os.environ, open_console())
    except KeyboardInterrupt:
        return 130
    finally:
        # What is left ends with the process: Python need not look for circles in all of it
        # first, which it would do twice.
        gc.freeze()


def _tell_version() -> bool:
    """Whether the version was told, as `options` tells it; for that nothing has to be loaded.

    Where it could not be, the command line finds out why, and says so.
    """
    try:
        sys.stdout.write(f"cvcgen {__version__}\n")
        sys.stdout.flush()
    except (OSError, AttributeError):  # a full disk, a closed pipe; no standard output at all
        return False
    return True
