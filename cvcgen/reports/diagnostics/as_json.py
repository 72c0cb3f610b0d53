"""Diagnostics for programs, with the places in numbers."""

from collections.abc import Mapping, Sequence

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.core.model import Origin
from cvcgen.core.rules import Rule
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics.summary import count
from cvcgen.reports.media.json import Json, document, origin

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes."""


def report(
    diagnostics: Sequence[Diagnostic],
    state: Origin,
    files_read: int,
    rules: Mapping[str, Rule],
    phrases: Phrases,
) -> str:
    """The diagnostics in their order, then how many there are."""
    summary = count(diagnostics)
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "origin": origin(state),
            "diagnostics": [_diagnostic(found, rules, phrases) for found in diagnostics],
            "summary": {
                "errors": summary.errors,
                "warnings": summary.warnings,
                "files_with_faults": summary.files,
                "files_read": files_read,
            },
        }
    )


def _diagnostic(found: Diagnostic, rules: Mapping[str, Rule], phrases: Phrases) -> Json:
    rule = rules.get(found.code)
    return {
        "code": found.code,
        "rule": rule.name if rule else None,
        "severity": found.severity.value,
        "message": phrases.say(found.message),
        **_place(found.location),
        "notes": [
            {"message": phrases.say(note.message), **_place(note.location)}
            for note in found.notes
        ],
        "hint": phrases.say(found.hint) if found.hint else None,
    }


def _place(place: Location) -> dict[str, Json]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "pointer": place.pointer,
    }
