"""The search page: every record from A to Z, and the same as data for the search script."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Text
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.collation import collation_key
from cvcgen.publish.views.context import FolderContext, Link, PageContext, once_per_folder
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.voice import Localised

# Each looks at a character once or twice: a text may be thousands of brackets or spaces.
_LINKS = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"[*`]|^[#>\s]+")
_SPACES = re.compile(r"[ \t\r\n]+")
_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What would end the script or a line of it, were it to stand in a page."""
_write = json.JSONEncoder(ensure_ascii=False).encode
_NO_LETTER = "#"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A record that can be found."""

    record: Link
    """Its page."""
    kind: str
    """What kind of record it is, in a word."""
    text: Localised
    """What it says of itself, in a sentence or a paragraph; empty where it says nothing."""


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The records whose titles begin with one letter."""

    letter: str
    """The letter, or a sign for titles that begin with none."""
    anchor: str
    """Its place on the page."""
    entries: tuple[SearchEntry, ...]
    """By title."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page."""

    frame: Frame
    """What surrounds the page."""
    data_href: str
    """The data of the search script."""
    groups: tuple[LetterGroup, ...]
    """Every record, letter by letter."""
    found: str
    """What the script says of `{found}` results."""
    many: str
    """What it says of `{found}` results of which the first `{shown}` are shown."""


def view_search(page: PageContext) -> SearchView:
    """The search page."""
    voice = page.voice
    entries = _list_entries(page)
    summary = message(
        "Projects, values, clienteles and rating scales: {count}.",
        count=sum(1 for _ in _find_entries(page)),
    )
    data = search_data(page)
    found, shown = "{found}", "{shown}"
    many = message("Results: {found}. The first {shown} are shown.", found=found, shown=shown)
    return SearchView(
        frame=frame_page(page, page.words(voice.say(message("Search"))), voice.say(summary)),
        data_href=f"{page.file_href(data.path)}?v={data.version}",
        groups=tuple(_group_letters(entries)),
        found=voice.say(message("Results: {found}.", found=found)),
        many=voice.say(many),
    )


def search_data(page: PageContext) -> Artifact:
    """The script that holds the records in this page's language.

    One assignment: modules and `fetch` do not work in a folder that is opened by double click.
    """
    return Artifact(page.path.with_suffix(".js"), _write_data(page))


@once_per_folder
def _write_data(page: FolderContext) -> bytes:
    rows = ",\n".join([_write_entry(entry) for entry in _list_entries(page)])
    for sign, escape in _ESCAPES.items():
        rows = rows.replace(sign, escape)
    return f"var cvcgenEntries = [\n{rows}\n];\n".encode()


def _write_entry(entry: SearchEntry) -> str:
    name, text = entry.record.label, entry.text
    languages = [part.language if part.foreign else "" for part in (name, text)]
    return _write([name.text, entry.kind, entry.record.href, text.text, *languages])


@once_per_folder
def _list_entries(page: FolderContext) -> tuple[SearchEntry, ...]:
    return tuple(
        sorted(
            chain(_find_entries(page), _find_pages(page)),
            key=lambda entry: collation_key(entry.record.label.text, entry.record.href),
        )
    )


def _find_entries(page: FolderContext) -> Iterator[SearchEntry]:
    say, catalogue = page.voice.say, page.site.catalogue
    kind = say(message("project"))
    for project in catalogue.projects:
        yield _entry(page, page.project_link(project.id), kind, project.summary)
    kind = say(message("value"))
    for value in catalogue.values:
        yield _entry(page, page.value_link(value.id), kind, value.definition)
    kind = say(message("clientele"))
    for clientele in catalogue.clienteles:
        yield _entry(page, page.clientele_link(clientele.id), kind, clientele.description)
    kind = say(message("rating scale"))
    for rubric in catalogue.rubrics:
        yield _entry(page, page.rubric_link(rubric.id), kind, rubric.description)


def _find_pages(page: FolderContext) -> Iterator[SearchEntry]:
    """What is no record, and may be looked for by its title."""
    if page.site.history is not None:
        say = page.voice.say
        link = Link(page.words(say(message("History"))), page.href(PageKind.HISTORY))
        text = say(message("All that changed on this site"))
        yield SearchEntry(link, say(message("page")), page.words(text))


def _entry(page: FolderContext, record: Link, kind: str, text: Text | None) -> SearchEntry:
    if text is None:
        return SearchEntry(record, kind, page.words(""))
    said = page.voice.localise(text)
    return SearchEntry(record, kind, Localised(_plain(said.text), said.language, said.foreign))


def _plain(markdown: str) -> str:
    """The first paragraph without its marks: enough to search in and to recognise it by."""
    first = markdown.strip().partition("\n\n")[0]
    return _SPACES.sub(" ", _MARKS.sub("", _LINKS.sub(r"\1", first).rstrip()))


def _group_letters(entries: tuple[SearchEntry, ...]) -> Iterator[LetterGroup]:
    grouped: dict[str, tuple[SearchEntry, ...]] = {}
    for letter, found in groupby(entries, key=_letter):
        grouped[letter] = grouped.get(letter, ()) + tuple(found)
    for letter, group in grouped.items():
        yield LetterGroup(letter, f"letter-{ord(letter):x}", group)


def _letter(entry: SearchEntry) -> str:
    first = collation_key(entry.record.label.text)[0][:1].upper()
    return first if len(first) == 1 and first.isalpha() else _NO_LETTER
