"""Entry of the command line, for the installed script and for `python -m cvcgen`."""

import os
import sys


def main() -> int:
    """The command line of this process, run; its exit code.

    Everything is imported in here, so that an interrupt while it loads is quiet too.
    """
    try:
        from cvcgen.cli.console import open_console  # noqa: PLC0415
        from cvcgen.cli.run import run  # noqa: PLC0415

        return run(sys.argv[1:], os.environ, open_console())
    except KeyboardInterrupt:
        return 130
