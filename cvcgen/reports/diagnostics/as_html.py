"""Diagnostics as a list to stand in a page: the same words and lines as on a terminal.

Only a fragment, without scripts or styles: `cvcgen serve` lays it over the site. Whatever the
content says is text.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape as escape_markup

from cvcgen.core.diagnostics import Diagnostic, Location, Severity
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics.as_text import place_text
from cvcgen.reports.diagnostics.excerpt import excerpt
from cvcgen.reports.media.terminal import escape

MOST = 1000
"""How many are listed; more help nobody, and take a browser long to show."""


def report(
    diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], phrases: Phrases
) -> str:
    """A list with an item per diagnostic, then how many are left out, if any are.

    `texts` has the files by path; a file it lacks is reported without its lines.
    """
    items = "".join(_item(found, texts, phrases) for found in diagnostics[:MOST])
    return f"<ol>\n{items}</ol>\n{_rest(len(diagnostics) - MOST, phrases)}"


def _item(found: Diagnostic, texts: Mapping[str, str], phrases: Phrases) -> str:
    return f'<li class="{found.severity}">\n{"".join(_parts(found, texts, phrases))}</li>\n'


def _parts(found: Diagnostic, texts: Mapping[str, str], phrases: Phrases) -> Iterator[str]:
    kind = {Severity.ERROR: phrases.one("error"), Severity.WARNING: phrases.one("warning")}
    label = f"{kind[found.severity]}[{found.code}]"
    yield f"<p>{_place(found.location)} <strong>{_show(label)}</strong> "
    yield f"{_show(phrases.say(found.message))}</p>\n"
    yield _source(found.location, texts)
    for note in found.notes:
        said = _show(phrases.say(note.message))
        yield f"<p>{_show(phrases.one('note:'))} {_place(note.location)}: {said}</p>\n"
        yield _source(note.location, texts)
    if found.hint is not None:
        yield f'<p class="hint">{_show(phrases.one("hint:"))} '
        yield f"{_show(phrases.say(found.hint))}</p>\n"


def _place(place: Location) -> str:
    return f"<code>{_show(place_text(place), False)}</code>"


def _source(place: Location, texts: Mapping[str, str]) -> str:
    """The line with carets below, which only eyes make sense of; it scrolls by keyboard."""
    shown = excerpt(texts[place.path], place) if place.path in texts else None
    if shown is None:
        return ""
    number = str(place.line)
    blank = " " * (len(number) + 2 + shown.indent + 1)
    carets = f'<span aria-hidden="true">\n{blank}{"^" * shown.carets}</span>'
    return f'<pre tabindex="0">{number} | {_show(shown.line, False)}{carets}</pre>\n'


def _rest(hidden: int, phrases: Phrases) -> str:
    if hidden <= 0:
        return ""
    rest = phrases.one("+{count} more, listed by `cvcgen check`").format(count=hidden)
    return f"<p>{_show(rest)}</p>\n"


def _show(text: str, hide: bool = True) -> str:
    """The text as text; `escape` is for what the terminal's rules have not passed yet."""
    return escape_markup(escape(text) if hide else text, quote=True)
