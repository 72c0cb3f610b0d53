"""Runs cvcgen and writes down every call to the world outside its own process.

`python outside_calls.py LOG ARGUMENT…` appends a line to LOG for each connection, look-up of a
host and program that is started, in any of its processes; the arguments are those of the
command. The calls are let through: what was asked for is what matters.
"""

import os
import sys
from typing import Any

LOG = os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
PROGRAMS = {
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "pty.spawn",
}
HARMLESS = {"socket.__new__", "socket.gethostname"}
"""A socket that connects to nothing; the name of this machine, which tells nobody anything."""
OUTWARD = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "telnetlib.")


def hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Python calls this before each of them."""
    if event in PROGRAMS:
        started = arguments[1] if event == "subprocess.Popen" else arguments[:2]
        words = started if isinstance(started, list | tuple) else [started]
        os.write(LOG, f"{event} {' '.join(map(os.fsdecode, map(str, words)))}\n".encode())
    elif event.startswith(OUTWARD) and event not in HARMLESS:
        os.write(LOG, f"{event} {arguments!r}\n".encode())


if __name__ == "__main__":
    sys.addaudithook(hear)
    sys.argv[1:] = sys.argv[2:]
    from cvcgen.cli.main import main

    main()
