"""What is wrong, where, and how to mend it, as values.

Every part of cvcgen that meets a contributor's mistake makes a `Diagnostic`; none prints,
none stops at the first. The table of codes is in `rules`; wording for a terminal, a log or
a machine is for `reports`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from cvcgen.core.spelling import Effort, fold

_LONGEST_WORD = 80
"""Longer words are compared by their beginning: comparing costs their length squared."""
_ALIKE = 0.72
"""How alike two words are, from 0 to 1, for one to be a slip of the pen for the other."""
_NEGATIONS = ("dis", "im", "in", "non", "not", "un")
_LONGEST_SHOWN = 60
LONGEST_NAME = 200
"""Longer names are cut in hints, which every fault of a file may have."""
_MOST_NAMES = 12

Translate = Callable[[str], str]
"""From an English template to the same template in the reader's language."""


class Severity(StrEnum):
    """How bad it is: an error stops every publication, a warning none."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be shown: an English template, and what fills its `{names}`."""

    template: str
    """The English wording, also the key of its translations."""
    arguments: "tuple[tuple[str, str | Message], ...]" = ()
    """What stands for each `{name}`: a text, or words to translate too; sorted by name."""

    def text(self, translate: Translate) -> str:
        """The sentence in the language of `translate`.

        >>> message("unknown value «{id}»", id="rapidte").text(str)
        'unknown value «rapidte»'
        """
        filling = {
            name: part.text(translate) if isinstance(part, Message) else part
            for name, part in self.arguments
        }
        return translate(self.template).format_map(filling)


def message(template: str, **arguments: object) -> Message:
    """A `Message`; the name under which templates are collected for translation."""
    filling = [
        (name, x if type(x) is str or isinstance(x, Message) else str(x))
        for name, x in arguments.items()
    ]
    filling.sort(key=itemgetter(0))
    return Message(template, tuple(filling))


class Location(NamedTuple):  # made in a sixth of the time that a frozen dataclass takes
    """A place in a content file; lines and columns count from 1, in code points."""

    path: str
    """The file, inside the site, with `/`."""
    line: int = 1
    """The line; 1 where the whole file is meant."""
    column: int = 1
    """The column of the first character meant."""
    pointer: str = ""
    """The JSON Pointer of the node, empty for the whole file."""
    length: int = 1
    """How many characters the caret underlines."""
    cell: str = ""
    """The cell meant, such as `C7`, shown for line and column where a spreadsheet is meant."""


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that takes part in a fault, and what stands there."""

    location: Location
    message: Message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of the content: what was found, where, and how to mend it."""

    code: str
    """A key of `rules.RULES`, such as `CVC401`."""
    message: Message
    """What was found and what was expected."""
    location: Location
    """Where, in the words of the file."""
    notes: tuple[Note, ...] = ()
    """The other places of a fault that crosses files or lines."""
    hint: Message | None = None
    """What to write instead, where that can be said."""
    severity: Severity = Severity.ERROR
    """As in the table of codes."""


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once, by file, place, code and wording: the same order on every run."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_sort_key))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops a publication."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def nearest(word: str, known: Iterable[str], effort: Effort | None = None) -> str | None:
    """The known word that was most likely meant, or None where none is close.

    The opposite of a word is close in letters alone, and is never taken for it. Whoever looks
    for many words of a file hands over its `effort`; None is near once that is spent.

    >>> nearest("Rapidité", ["autonomie", "rapidite"])
    'rapidite'
    >>> nearest("zebra", ["autonomie", "rapidite"]) is None
    True
    >>> nearest("infeasible", ["feasible", "not_feasible"])
    'not_feasible'
    """
    effort = effort or Effort()
    if effort.is_spent:
        return None
    meant = fold(word[:_LONGEST_WORD])
    folded = {effort.glance(name): name for name in sorted(known, reverse=True)}
    likely = [name for name in folded if not _are_opposites(meant, name)]
    match = effort.closest(meant, likely, _ALIKE)
    return folded[match] if match is not None else None


def did_you_mean(
    word: str, known: Iterable[str], effort: Effort | None = None
) -> Message | None:
    """The hint that names the nearest known word, else the known words, else nothing.

    Of a word that several known ones begin with, those are named. `effort` as for `nearest`.
    """
    effort = effort or Effort()
    if effort.is_spent:
        return None
    candidates = sorted(known)
    start = fold(word[:_LONGEST_WORD])
    longer = [name for name in candidates if start and effort.glance(name).startswith(start)]
    if len(longer) > 1:
        return message("known here: {names}", names=_listed(longer))
    match = longer[0] if longer else nearest(word, candidates, effort)
    if match is not None:
        return message("did you mean `{name}`?", name=clip(match, LONGEST_NAME))
    if not candidates:
        return None
    return message("known here: {names}", names=_listed(candidates))


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"`{clip(name, LONGEST_NAME)}`" for name in names[:_MOST_NAMES])
    return shown + ", …" if len(names) > _MOST_NAMES else shown


def clip(text: str, most: int = _LONGEST_SHOWN) -> str:
    """What is shown of a text that the content may have made as long as it likes.

    >>> len(clip("a" * 200_000)), clip("rapidite")
    (60, 'rapidite')
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def _are_opposites(one: str, other: str) -> bool:
    """Whether one is the other after a word or a syllable that denies it."""
    shorter, longer = sorted((one, other), key=len)
    before = longer.removesuffix(shorter)
    return before != longer and before.rstrip("-") in _NEGATIONS


def _sort_key(found: Diagnostic) -> tuple[object, ...]:
    place = found.location
    return (
        place.path,
        place.line,
        place.column,
        found.code,
        place.pointer,
        found.message.arguments,
    )
