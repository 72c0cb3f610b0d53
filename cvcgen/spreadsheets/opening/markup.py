"""The XML inside workbooks, read by events: no declaration is followed, nothing is composed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from cvcgen.core.diagnostics import message
from cvcgen.spreadsheets.opening.limits import MAX_DEPTH, Refused, unreadable

Attributes = Mapping[str, str]
"""An element's attributes, names without their namespaces."""


@dataclass(frozen=True, slots=True)
class Events:
    """Who is told of what an XML part holds."""

    start: Callable[[str, Attributes], None]
    """The start of an element, its name without its namespace."""
    end: Callable[[str], None] = lambda _: None
    """The end of an element."""
    text: Callable[[str], None] = lambda _: None
    """A piece of text between."""


def read_markup(content: bytes, events: Events) -> None:
    """Tells `events` of everything, in order. Raises `Refused` for what is no plain XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise _damaged()
        bare = {_bare(key): value for key, value in attributes.items()}
        # ODS says «error» in a namespace of its own, beside the type of what the cell shows.
        if any(
            key.endswith(" value-type") and attributes[key] == "error" for key in attributes
        ):
            bare["value-type"] = "error"
        events.start(_bare(name), bare)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        events.end(_bare(name))

    def refuse(*_: object) -> None:
        raise unreadable(message("the workbook declares entities, which are not read"))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # an unknown encoding, too
        raise _damaged() from error


def number_in(text: str | None, otherwise: int) -> int:
    """A count or an index; what is none gives the other number."""
    plain = text is not None and text.isascii() and text.isdecimal() and len(text) < 20
    return int(text) if plain and text is not None else otherwise


def _damaged() -> Refused:
    hint = message("open it in a spreadsheet program and save it again")
    return unreadable(message("the workbook is damaged"), hint)


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]
