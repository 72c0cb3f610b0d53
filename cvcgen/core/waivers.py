"""Warnings that are accepted in a file: which are silenced, and which waivers are at fault.

A waiver holds up to and with its last day. Which day it is, is never asked of a clock: it
is the date of the revision that is judged, or one that was named (docs/checking.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cvcgen.core.diagnostics import (
    Diagnostic,
    Location,
    Severity,
    clip,
    did_you_mean,
    has_errors,
    message,
    sort_diagnostics,
)
from cvcgen.core.model import Catalogue, Waiver
from cvcgen.core.spelling import Effort

_OF_WAIVERS = "CVC5"


@dataclass(frozen=True, slots=True)
class Waived:
    """A warning that a waiver silences."""

    diagnostic: Diagnostic
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Judged:
    """Diagnostics after their waivers were heard."""

    diagnostics: tuple[Diagnostic, ...]
    """What is left, and the faults of the waivers themselves; sorted."""
    waived: tuple[Waived, ...]
    """What was silenced, in the order of the diagnostics."""


def list_waivers(catalogue: Catalogue) -> tuple[Waiver, ...]:
    """The waivers of all files, by kind of record and id."""
    families = (catalogue.rubrics, catalogue.values, catalogue.clienteles, catalogue.projects)
    in_records = (
        waiver for family in families for record in family for waiver in record.waivers
    )
    return (*catalogue.site.waivers, *in_records)


def judge_waivers(found: Iterable[Diagnostic], catalogue: Catalogue, day: str | None) -> Judged:
    """The diagnostics without what is waived on that day, `YYYY-MM-DD`.

    Without a day no waiver expires. An expired one silences nothing.
    """
    diagnostics = tuple(found)
    waivers = list_waivers(catalogue)
    if not waivers:
        return Judged(sort_diagnostics(diagnostics), ())
    valid = _by_file(w for w in waivers if _may_be_waived(w.code) and not _expired(w, day))
    silenced = {
        fault: waiver
        for fault in diagnostics
        if (waiver := _waiver_of(fault, valid.get(fault.location.path, ()))) is not None
    }
    left = [fault for fault in diagnostics if fault not in silenced]
    faults = [*left, *waiver_errors(catalogue, day)]
    if not has_errors(faults):
        used = {id(waiver) for waiver in silenced.values()}
        faults += (_unused(w) for ws in valid.values() for w in ws if id(w) not in used)
    waived = (Waived(fault, silenced[fault]) for fault in sort_diagnostics(silenced))
    return Judged(sort_diagnostics(faults), tuple(waived))


def waiver_errors(catalogue: Catalogue, day: str | None) -> Iterator[Diagnostic]:
    """CVC501 and CVC502: waivers that have expired, or silence what is no warning."""
    efforts: defaultdict[str, Effort] = defaultdict(Effort)
    for waiver in list_waivers(catalogue):
        if waiver.code and not _may_be_waived(waiver.code):
            yield _not_a_warning(waiver, efforts[waiver.where.path])
        elif _expired(waiver, day):
            found = message(
                "the waiver of {code} held until {until}, and it is {day}",
                code=waiver.code,
                until=waiver.until,
                day=day,
            )
            hint = message("mend what it silenced, or decide anew until when it holds")
            yield Diagnostic("CVC501", found, waiver.where, hint=hint)


def _may_be_waived(code: str) -> bool:
    from cvcgen.core.rules import RULES  # noqa: PLC0415 - most contents have no waiver

    rule = RULES.get(code)
    warning = rule is not None and rule.severity is Severity.WARNING
    return warning and not code.startswith(_OF_WAIVERS)


def _expired(waiver: Waiver, day: str | None) -> bool:
    # ISO dates are in the order of their texts; one that could not be read is reported so.
    return day is not None and waiver.until != "" and waiver.until < day


def _by_file(waivers: Iterable[Waiver]) -> Mapping[str, Sequence[Waiver]]:
    found: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        found.setdefault(waiver.where.path, []).append(waiver)
    return found


def _waiver_of(fault: Diagnostic, waivers: Sequence[Waiver]) -> Waiver | None:
    """The waiver that silences the fault: of several the narrowest."""
    fitting = [
        waiver
        for waiver in waivers
        if waiver.code == fault.code and _covers(waiver.at, fault.location)
    ]
    return max(fitting, key=lambda waiver: len(waiver.at or ""), default=None)


def _covers(at: str | None, place: Location) -> bool:
    return at is None or place.pointer == at or place.pointer.startswith(f"{at}/")


def _unused(waiver: Waiver) -> Diagnostic:
    found = message("this waiver silences nothing: there is no {code} here", code=waiver.code)
    hint = message("remove it")
    return Diagnostic("CVC503", found, waiver.where, (), hint, Severity.WARNING)


def _not_a_warning(waiver: Waiver, effort: Effort) -> Diagnostic:
    from cvcgen.core.rules import RULES  # noqa: PLC0415 - see _may_be_waived

    rule = RULES.get(waiver.code)
    if rule is None:
        found = message("there is no diagnostic {code}", code=clip(waiver.code))
        known = [code for code in RULES if _may_be_waived(code)]
        hint = did_you_mean(waiver.code, known, effort)
        return Diagnostic("CVC502", found, waiver.where, hint=hint)
    found = message("{code} cannot be waived: it is an error", code=waiver.code)
    if rule.severity is Severity.WARNING:
        found = message("{code} cannot be waived: it is about waivers", code=waiver.code)
    hint = message("mend the fault, and remove the waiver")
    return Diagnostic("CVC502", found, waiver.where, hint=hint)
