"""Diagnostics as GitHub annotations, which stand beside the lines of a pull request.

A step shows ten annotations of each kind and drops the rest without a word, so that only
ten are written and the number of the others is said.
"""

from collections.abc import Sequence

from cvcgen.core.diagnostics import Diagnostic, Severity
from cvcgen.phrases import Phrases
from cvcgen.reports.media.github import command

SHOWN = 10
"""How many annotations of a kind a step shows."""


def report(diagnostics: Sequence[Diagnostic], phrases: Phrases, folder: str = "") -> str:
    """The commands, errors first; `folder` is where the site lies in the repository."""
    errors = [found for found in diagnostics if found.severity is Severity.ERROR]
    warnings = [found for found in diagnostics if found.severity is Severity.WARNING]
    shown = errors[:SHOWN] + warnings[:SHOWN]
    lines = [_annotation(found, phrases, folder) for found in shown]
    return "".join(lines) + _rest(len(diagnostics) - len(shown), phrases)


def _annotation(found: Diagnostic, phrases: Phrases, folder: str) -> str:
    place = found.location
    properties = [
        ("file", f"{folder}/{place.path}" if folder else place.path),
        ("line", str(place.line)),
        ("col", str(place.column)),
        ("endColumn", str(place.column + max(place.length, 1))),
        ("title", found.code),
    ]
    return command(found.severity.value, properties, "\n".join(_sentences(found, phrases)))


def _sentences(found: Diagnostic, phrases: Phrases) -> list[str]:
    notes = [
        f"{note.location.path}:{note.location.line}:{note.location.column}: "
        + phrases.say(note.message)
        for note in found.notes
    ]
    hint = [f"{phrases.one('hint:')} {phrases.say(found.hint)}"] if found.hint else []
    return [phrases.say(found.message), *notes, *hint]


def _rest(hidden: int, phrases: Phrases) -> str:
    if not hidden:
        return ""
    rest = phrases.one("+{count} more, listed by `cvcgen check`").format(count=hidden)
    return command("notice", [("title", "cvcgen")], rest)
