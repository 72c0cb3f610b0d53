#!/usr/bin/env python3
"""Appends a report to the summary of a GitHub step, which drops it whole when too large.

usage: ci/summary.py [--code] FILE

With `--code` the file is text of any length, shown as it is: whole lines as far as there is
room, then how many more there are. Without, it is Markdown, which is never cut: where there
is no room, a sentence says so. Elsewhere than on GitHub the same goes to standard output.
"""

import os
import re
import sys
from pathlib import Path

MOST_BYTES = 1_000_000
"""GitHub drops a step's summary over 1 MiB (1,048,576 bytes)."""
_RESERVED = 200
"""Kept for fences and for the line that counts the rest."""


def code_block(text: str, room: int) -> str:
    """The text between fences that it cannot close, in at most so many bytes."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = text.splitlines()
    left = room - _RESERVED - 2 * len(fence)
    shown = []
    for line in lines:
        left -= len(line.encode("utf-8", "backslashreplace")) + 1
        if left < 0:
            break
        shown.append(line)
    more = len(lines) - len(shown)
    rest = f"\n… +{more} lines, in the output of `cvcgen check`.\n" if more else ""
    return "\n".join([f"{fence}text", *shown, f"{fence}\n"]) + rest


def whole(markdown: str, room: int) -> str:
    """The Markdown, or where it is too large a sentence."""
    if len(markdown.encode("utf-8", "backslashreplace")) <= room:
        return markdown
    return "The report is too large to be shown here.\n"


def main(arguments: list[str]) -> int:
    """Appends what was asked for; its exit code."""
    options, files = arguments[:-1], arguments[-1:]
    if not files or options not in ([], ["--code"]):
        print(__doc__, file=sys.stderr)
        return 2
    text = Path(files[0]).read_text("utf-8", "backslashreplace")
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if not target:
        sys.stdout.write(text)
        return 0
    path = Path(target)
    room = MOST_BYTES - (path.stat().st_size if path.exists() else 0)
    written = code_block(text, room) if options else whole(text, room)
    if len(written.encode("utf-8", "backslashreplace")) <= room:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(written)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
