"""Runs cvcgen and counts what it did, in any of its processes.

`python workcount.py LOG ARGUMENT…` appends a line to LOG for every file that is opened for
reading or writing, every text that is parsed and every page that is rendered; the arguments
are those of the command.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

LOG = os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
WRITING = os.O_WRONLY | os.O_RDWR


def note(what: str, name: object) -> None:
    """One line, whole, whichever process writes it."""
    os.write(LOG, f"{what} {name}\n".encode())


def hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Python calls this before it opens a file, in forked children too."""
    if event == "open" and isinstance(arguments[0], str | os.PathLike):
        path, mode, flags = arguments
        writes = flags & WRITING or set(mode or "") & set("wax+")
        note("write" if writes else "read", os.fspath(path))


def count_calls() -> None:
    """Has every page that is rendered noted."""
    from cvcgen.publish.render import Renderer  # noqa: PLC0415 - after the hook

    def noting(render: Callable[..., bytes]) -> Callable[..., bytes]:
        def noted(self: Renderer, template: str, *arguments: Any, **named: Any) -> bytes:
            note("render", template)
            return render(self, template, *arguments, **named)

        return noted

    for name in ("render", "render_alike"):
        setattr(Renderer, name, noting(getattr(Renderer, name)))


def count_parses() -> None:
    """Has every text that is parsed noted, whoever has it parsed."""
    from cvcgen.sources import recordfile  # noqa: PLC0415 - as above

    read = recordfile.read_tree

    def noted(path: str, *rest: Any) -> Any:
        note("parse", path)
        return read(path, *rest)

    recordfile.read_tree = noted


if __name__ == "__main__":
    count_calls()
    count_parses()
    sys.addaudithook(hear)
    sys.argv[1:] = sys.argv[2:]
    from cvcgen.cli.main import main

    main()
