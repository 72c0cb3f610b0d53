#!/usr/bin/env python3
"""What the check of a pull request hands over to the workflow that comments on it.

usage: ci/handover.py FOLDER

Writes handover.json beside diff.md and diff.txt. PULL_REQUEST is the number, HEAD_SHA the
commit. `read_handover` is for the other side, which must believe none of it. Exit codes: 0
done, 1 an invalid report, 2 wrong usage.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inert import active
from shape import misfit

MARKER = "<!-- cvcgen-diff -->"
"""The hidden first line of the comment that is updated in place."""
MOST_BYTES = 512 * 1024
"""The largest file that is read: 65,000 characters, each as a surrogate pair of `\\uXXXX`."""
SCHEMA = Path(__file__).with_name("handover.schema.json")


class Invalid(Exception):
    """What was handed over is not what ci/handover.py writes."""


@dataclass(frozen=True)
class Handover:
    """A report, and the pull request that it says it is about."""

    pull_request: int
    head: str
    """The commit that was compared, 40 hexadecimal digits."""
    changes: bool
    """Whether anything changed."""
    markdown: str
    """Starts with the marker; can only be read."""


def read_handover(content: bytes) -> Handover:
    """The report in those bytes. Raises `Invalid`, which quotes nothing of them."""
    if len(content) > MOST_BYTES:
        raise Invalid("it is too large")
    try:
        given = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Invalid("it is no JSON") from error
    fault = misfit(given, json.loads(SCHEMA.read_text("utf-8")))
    if fault:
        raise Invalid(f"it breaks the schema at {fault}")
    acts = active(given["markdown"], MARKER)
    if acts:
        raise Invalid(f"its text holds {acts}")
    return Handover(given["pull_request"], given["head"], given["changes"], given["markdown"])


def write_handover(folder: Path, number: str, head: str) -> None:
    """Writes handover.json there. Raises `Invalid` for what the other side would refuse."""
    text = folder / "diff.txt"
    given = {
        "format": 1,
        "pull_request": int(number),
        "head": head,
        "changes": not text.exists() or text.stat().st_size > 0,
        "markdown": (folder / "diff.md").read_text("utf-8"),
    }
    content = json.dumps(given).encode("utf-8")
    read_handover(content)
    (folder / "handover.json").write_bytes(content)


def main(arguments: list[str], environ: Mapping[str, str]) -> int:
    """Writes it; what is missing or invalid is said on stderr."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    missing = [name for name in ("PULL_REQUEST", "HEAD_SHA") if name not in environ]
    if missing:
        print(f"{__doc__}\nci/handover.py: not set: {', '.join(missing)}", file=sys.stderr)
        return 2
    try:
        write_handover(Path(arguments[0]), environ["PULL_REQUEST"], environ["HEAD_SHA"])
    except Invalid as invalid:
        print(f"ci/handover.py: {invalid}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
