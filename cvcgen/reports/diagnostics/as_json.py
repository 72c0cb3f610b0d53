"""Diagnostics for programs, with the places in numbers.

`schemas/data/check.schema.json` states the form.
"""

from collections.abc import Mapping

from cvcgen.core.diagnostics import Diagnostic, Location
from cvcgen.core.model import Origin
from cvcgen.core.rules import Rule
from cvcgen.core.waivers import Judged, Waived
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics.summary import count
from cvcgen.reports.media.json import Json, document, origin

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes."""


def report(
    judged: Judged,
    state: Origin,
    files_read: int,
    rules: Mapping[str, Rule],
    phrases: Phrases,
) -> str:
    """The diagnostics in their order, what waivers silence, then how many there are."""
    summary = count(judged.diagnostics, len(judged.waived))
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "origin": origin(state),
            "diagnostics": [_diagnostic(one, rules, phrases) for one in judged.diagnostics],
            "waived": [_waived(one, rules, phrases) for one in judged.waived],
            "summary": {
                "errors": summary.errors,
                "warnings": summary.warnings,
                "waived": summary.waived,
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


def _waived(one: Waived, rules: Mapping[str, Rule], phrases: Phrases) -> Json:
    waiver = one.waiver
    return {
        "diagnostic": _diagnostic(one.diagnostic, rules, phrases),
        "reason": dict(waiver.reason.translations),
        "until": waiver.until,
        "waiver": _place(waiver.where),
    }


def _place(place: Location) -> dict[str, Json]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "pointer": place.pointer,
    }
