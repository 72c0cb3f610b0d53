"""What was pasted into a file and is no YAML: of a merge, a diff, a message or Markdown."""

import re

from cvcgen.core.diagnostics import Diagnostic, Location, Message, Note, message
from cvcgen.sources.parserfault import ParserFault

_MERGE = re.compile(r"<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$)")
"""A line that git leaves where two versions of a file could not be merged."""
_PARTS = {
    "|": message("what both were made from starts here"),
    "=": message("the other version starts here"),
    "<": message("another place starts here"),
    ">": message("it ends here"),
}
"""What such a line begins, by its character."""
_OF_DIFF = (
    message("a mark of a diff stands here"),
    message("take the file itself, without the marks that a diff sets before lines"),
)
_FOREIGN: tuple[tuple[re.Pattern[str], Message, Message], ...] = (
    (
        re.compile(r"(?:```|~~~)"),
        message("a fence of Markdown stands here"),
        message("delete this line: a file holds its keys alone"),
    ),
    (
        re.compile(r"\*\*[\w.-]++:?\*\*"),
        message("marks of Markdown stand about this key"),
        message("delete them: a key is written without marks"),
    ),
    (
        re.compile(r"@@ -|diff --git |--- (?:a/|/dev/null)|\+\+\+ (?:b/|/dev/null)|\+"),
        *_OF_DIFF,
    ),
    (
        re.compile(r">(?: |$|>)"),
        message("a `>` stands before this line, as in an answer to a message"),
        message("delete it before each line"),
    ),
)
"""How lines start that came from elsewhere, what is said of them, and how to mend it."""


def pasted_fault(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say where a line that is no YAML brought the fault about; None for others.

    Only the start of a line tells, up to where the parser stopped: texts are set in.
    """
    for number, line in enumerate(lines[: fault.line + 1]):
        if line[:1] in "<|=>" and _MERGE.match(line):
            return _of_merge(path, lines, number)
        for start, found, hint in _FOREIGN:
            if start.match(line):
                return Diagnostic("CVC106", found, _line(path, lines, number), hint=hint)
    return None


def diff_fault(where: Location) -> Diagnostic:
    """The fault of a mark that makes keys of lines, so that the parser meets none."""
    found, hint = _OF_DIFF
    return Diagnostic("CVC106", found, where._replace(pointer=""), hint=hint)


def _of_merge(path: str, lines: tuple[str, ...], first: int) -> Diagnostic:
    """The whole of the first place that could not be merged."""
    notes = []
    for number in range(first + 1, len(lines)):
        if _MERGE.match(lines[number]):
            notes.append(Note(_line(path, lines, number), _PARTS[lines[number][0]]))
            if lines[number][0] == ">":
                break
    return Diagnostic(
        "CVC106",
        message("git could not merge two versions of these lines"),
        _line(path, lines, first),
        tuple(notes[:3]),
        message("keep what is right of both, and delete the lines that git put in"),
    )


def _line(path: str, lines: tuple[str, ...], number: int) -> Location:
    return Location(path, number + 1, 1, length=max(1, len(lines[number])))
