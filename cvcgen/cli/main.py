"""Entry of the command line, for the installed script and for `python -m cvcgen`."""

import gc
import os
import sys

_RARELY = 100_000
"""After how many new objects Python looks for circles among them."""


def main() -> int:
    """The command line of this process, run; its exit code.

    Everything is imported in here, so that an interrupt while it loads is quiet too.
    """
    # Records are frozen trees without circles, which reference counts free: looking for circles
    # among them after every 700 new objects is a tenth of the work of a history.
    gc.set_threshold(_RARELY)
    try:
        from cvcgen.cli.console import open_console  # noqa: PLC0415
        from cvcgen.cli.run import run  # noqa: PLC0415

        return run(sys.argv[1:], os.environ, open_console())
    except KeyboardInterrupt:
        return 130
