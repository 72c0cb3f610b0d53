"""Diagnostics as SARIF 2.1.0, the format of code-scanning services (OASIS, errata 01).

Section numbers in comments are those of the specification.
"""

from collections.abc import Mapping
from urllib.parse import quote

from cvcgen import __version__
from cvcgen.core.diagnostics import Diagnostic, Location, Note, Severity, message
from cvcgen.core.hidden import show_hidden
from cvcgen.core.rules import Rule
from cvcgen.core.waivers import Judged, Waived
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics.fingerprint import Fingerprints
from cvcgen.reports.diagnostics.sentence import one_sentence
from cvcgen.reports.media.json import Json, document
from cvcgen.reports.media.markdown import block, prose

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE = "SRCROOT"
_FINGERPRINT = "cvcgenFault/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def report(
    judged: Judged,
    rules: Mapping[str, Rule],
    phrases: Phrases,
    folder: str = "",
) -> str:
    """One run with every rule and a result per diagnostic; what is waived is suppressed.

    `folder` is where the site lies under the root of the sources.
    """
    driver = {
        "name": "cvcgen",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, phrases) for rule in rules.values()],
    }
    numbers = {code: number for number, code in enumerate(rules)}
    seen = Fingerprints()
    results: list[Json] = [
        _result(found, numbers, seen, phrases, folder) for found in judged.diagnostics
    ]
    results += [
        {
            **_result(one.diagnostic, numbers, seen, phrases, folder),
            "suppressions": [_suppression(one, phrases, folder)],
        }
        for one in judged.waived
    ]
    run: Json = {
        "tool": {"driver": driver},
        "language": phrases.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The root of the sources."}}},
        "invocations": [{"executionSuccessful": True}],
        "results": results,
    }
    return document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, phrases: Phrases) -> Json:
    title, why = phrases.say(rule.title), phrases.say(rule.why)
    good = phrases.one("Good")
    bad = phrases.one("Bad")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{why}\n\n{bad}\n\n{rule.bad}\n\n{good}\n\n{rule.good}",
            "markdown": f"{prose(why)}\n\n{bad}\n\n{block(rule.bad, 'yaml')}"
            f"\n{good}\n\n{block(rule.good, 'yaml')}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    found: Diagnostic,
    numbers: Mapping[str, int],
    seen: Fingerprints,
    phrases: Phrases,
    folder: str,
) -> dict[str, Json]:
    result: dict[str, Json] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": _message_text(one_sentence(found, phrases))},
        "locations": [{"physicalLocation": _physical(found.location, folder)}],
        "partialFingerprints": {_FINGERPRINT: seen.take(found)},
    }
    if found.code in numbers:
        result["ruleIndex"] = numbers[found.code]
    if found.notes:
        related = enumerate(found.notes)
        result["relatedLocations"] = [_related(i, note, phrases, folder) for i, note in related]
    return result


def _suppression(one: Waived, phrases: Phrases, folder: str) -> Json:
    """Why the result is none to act on, and where that is written (§3.35)."""
    reason = " · ".join(text for _, text in one.waiver.reason.translations)
    why = message("until {day}: {reason}", day=one.waiver.until, reason=reason)
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": show_hidden(phrases.say(why)),
        "location": {"physicalLocation": _physical(one.waiver.where, folder)},
    }


def _related(index: int, note: Note, phrases: Phrases, folder: str) -> Json:
    return {
        "id": index,
        "message": {"text": _message_text(phrases.say(note.message))},
        "physicalLocation": _physical(note.location, folder),
    }


def _physical(place: Location, folder: str) -> Json:
    path = f"{folder}/{place.path}" if folder else place.path
    return {
        "artifactLocation": {
            # A file name on disk may be no text at all: encode what stands for its bytes.
            "uri": quote(path.encode("utf-8", "surrogatepass"), safe="/"),
            "uriBaseId": _BASE,
        },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + max(place.length, 1),
        },
    }


def _message_text(text: str) -> str:
    """The text as a message string, whose brackets are links and braces places (§3.11.5-6)."""
    shown = show_hidden(text)
    for mark in "\\[]":
        shown = shown.replace(mark, f"\\{mark}")
    return shown.replace("{", "{{").replace("}", "}}")
