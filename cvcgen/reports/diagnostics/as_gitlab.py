"""Diagnostics as GitLab's Code Quality report, shown in the widget of a merge request.

A list of the keys that GitLab reads, of which it wants all:
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections.abc import Sequence

from cvcgen.core.diagnostics import Diagnostic, Severity
from cvcgen.core.hidden import show_hidden
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics.fingerprint import Fingerprints
from cvcgen.reports.diagnostics.sentence import one_sentence
from cvcgen.reports.media.json import Json, document

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}


def report(diagnostics: Sequence[Diagnostic], phrases: Phrases, folder: str = "") -> str:
    """One entry per diagnostic; `folder` is where the site lies in the repository."""
    seen = Fingerprints()
    return document([_entry(found, seen, phrases, folder) for found in diagnostics])


def _entry(found: Diagnostic, seen: Fingerprints, phrases: Phrases, folder: str) -> Json:
    path = found.location.path
    return {
        "description": show_hidden(one_sentence(found, phrases)),
        "check_name": found.code,
        "fingerprint": seen.take(found),
        "severity": _SEVERITIES[found.severity],
        "location": {
            # A lone surrogate, which stands for a byte that is no text, is no JSON to GitLab.
            "path": show_hidden(f"{folder}/{path}" if folder else path),
            "lines": {"begin": found.location.line},
        },
    }
