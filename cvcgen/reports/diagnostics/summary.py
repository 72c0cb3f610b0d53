"""How many faults there are, in numbers and in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic, Location, Severity
from cvcgen.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Summary:
    """The count of faults by severity."""

    errors: int
    warnings: int
    files: int
    """Files that have a fault."""
    waived: int = 0
    """Warnings that a waiver silences; not among the others."""


def count(diagnostics: Iterable[Diagnostic], waived: int = 0) -> Summary:
    """The numbers of errors and warnings, and of the files they are in."""
    found = tuple(diagnostics)
    errors = sum(one.severity is Severity.ERROR for one in found)
    files = {file_of(one.location) for one in found}
    return Summary(errors, len(found) - errors, len(files), waived)


def file_of(place: Location) -> str:
    """The file of a place; sheets are of one file."""
    return place.path.partition("[")[0] if place.cell else place.path


def sentence(summary: Summary, files_read: int, phrases: Phrases) -> str:
    """The summary in words: «3 errors in 2 files, 1 warning waived», «no fault in 42 files»."""
    said = _faults(summary, files_read, phrases)
    if not summary.waived:
        return said
    more = phrases.many(
        "{faults}, {count} warning waived", "{faults}, {count} warnings waived", summary.waived
    )
    return more.format(faults=said, count=summary.waived)


def _faults(summary: Summary, files_read: int, phrases: Phrases) -> str:
    if not summary.errors and not summary.warnings:
        clean = phrases.many(
            "no fault in {count} file", "no fault in {count} files", files_read
        )
        return clean.format(count=files_read)
    faults = ", ".join(_counts(summary, phrases))
    where = phrases.many("{faults} in {count} file", "{faults} in {count} files", summary.files)
    return where.format(faults=faults, count=summary.files)


def _counts(summary: Summary, phrases: Phrases) -> Iterable[str]:
    if summary.errors:
        errors = phrases.many("{count} error", "{count} errors", summary.errors)
        yield errors.format(count=summary.errors)
    if summary.warnings:
        warnings = phrases.many("{count} warning", "{count} warnings", summary.warnings)
        yield warnings.format(count=summary.warnings)
