"""Diagnostics for people: where, what, the line itself, the other place, what to do."""

from collections.abc import Mapping, Sequence

from cvcgen.core.diagnostics import Diagnostic, Location, Message, Note, Severity, message
from cvcgen.core.model import Language
from cvcgen.core.waivers import Waived
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics.excerpt import excerpt
from cvcgen.reports.diagnostics.shown import MOST_IN_ALL, MOST_OF_FILE, those_shown
from cvcgen.reports.diagnostics.summary import count, sentence
from cvcgen.reports.media.terminal import PLAIN, Ink, Palette, escape

_INKS = {Severity.ERROR: Ink.ERROR, Severity.WARNING: Ink.WARNING}


def report(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    phrases: Phrases,
    palette: Palette = PLAIN,
    waived: int = 0,
) -> str:
    """Diagnostics with their excerpts, then how many there are and how many are waived.

    Of very many only some are shown, and the number of the others is said. `texts` has the
    files by path; a file it lacks is reported without its lines.
    """
    listed = those_shown(diagnostics)
    parts = [_diagnostic(found, texts, phrases, palette) + "\n" for found in listed]
    summary = count(diagnostics, waived)
    closing = palette.ink(Ink.STRONG, escape(sentence(summary, len(texts), phrases)))
    return "".join(parts) + _rest(len(diagnostics) - len(listed), phrases) + closing + "\n"


def _rest(hidden: int, phrases: Phrases) -> str:
    if not hidden:
        return ""
    rest = phrases.many(
        "{count} more fault is not shown: at most {of_file} of a file, {in_all} in all",
        "{count} more faults are not shown: at most {of_file} of a file, {in_all} in all",
        hidden,
    )
    return rest.format(count=hidden, of_file=MOST_OF_FILE, in_all=MOST_IN_ALL) + "\n"


def waived_warning(one: Waived, phrases: Phrases, palette: Palette) -> str:
    """What a waiver silences, why and until when, in two lines."""
    found, waiver = one.diagnostic, one.waiver
    kind = phrases.one("waived")
    label = palette.ink(Ink.NOTE, f"{kind}[{found.code}]")
    head = f"{place_text(found.location)}: {label} {escape(phrases.say(found.message))}\n"
    spoken = waiver.reason.in_first([Language(phrases.language)])
    until = message("until {day}: {reason}", day=waiver.until, reason=" ".join(spoken.split()))
    return f"{head}   = {escape(phrases.say(until))}\n"


def place_text(place: Location) -> str:
    """The place as editors and terminals understand it: `path:line:column`, `sheet!cell`."""
    if place.cell:
        return f"{escape(place.path)}!{place.cell}"
    return f"{escape(place.path) or '.'}:{place.line}:{place.column}"


def _diagnostic(
    found: Diagnostic, texts: Mapping[str, str], phrases: Phrases, palette: Palette
) -> str:
    ink = _INKS[found.severity]
    kind = {Severity.ERROR: phrases.one("error"), Severity.WARNING: phrases.one("warning")}
    label = palette.ink(ink, f"{kind[found.severity]}[{found.code}]")
    said = palette.ink(Ink.STRONG, escape(phrases.say(found.message)))
    gutter = _gutter(found)
    head = f"{place_text(found.location)}: {label} {said}\n"
    source = _source(found.location, texts, gutter, ink, palette)
    notes = "".join(_note(note, texts, gutter, phrases, palette) for note in found.notes)
    return head + source + notes + _hint(found.hint, gutter, phrases, palette)


def _gutter(found: Diagnostic) -> int:
    """The width of the largest line number that the diagnostic shows."""
    places = [found.location, *(note.location for note in found.notes)]
    return max(len(str(place.line)) for place in places)


def _source(
    place: Location, texts: Mapping[str, str], gutter: int, ink: Ink, palette: Palette
) -> str:
    shown = excerpt(texts[place.path], place) if place.path in texts else None
    if shown is None:
        return ""
    number = palette.ink(Ink.FAINT, f" {place.line:>{gutter}} |")
    blank = palette.ink(Ink.FAINT, f" {' ' * gutter} |")
    carets = palette.ink(ink, "^" * shown.carets)
    line = f" {shown.line}" if shown.line else ""
    return f"{number}{line}\n{blank} {' ' * shown.indent}{carets}\n"


def _note(
    note: Note, texts: Mapping[str, str], gutter: int, phrases: Phrases, palette: Palette
) -> str:
    label = palette.ink(Ink.NOTE, phrases.one("note:"))
    said = escape(phrases.say(note.message))
    head = f" {' ' * gutter} = {label} {place_text(note.location)}: {said}\n"
    return head + _source(note.location, texts, gutter, Ink.NOTE, palette)


def _hint(hint: Message | None, gutter: int, phrases: Phrases, palette: Palette) -> str:
    if hint is None:
        return ""
    label = palette.ink(Ink.NOTE, phrases.one("hint:"))
    return f" {' ' * gutter} = {label} {escape(phrases.say(hint))}\n"
