"""All that a report on a change says, raw, in the order in which it is read."""

from collections.abc import Iterable
from dataclasses import dataclass

from cvcgen.core.changes import Edit
from cvcgen.core.diagnostics import message
from cvcgen.reports.changes.headline import headline
from cvcgen.reports.changes.items import Item, tell_edit, tell_record, tell_wording
from cvcgen.reports.changes.origins import Tracer, named_origin
from cvcgen.reports.changes.review import Names, Review
from cvcgen.reports.changes.rows import Board, make_boards
from cvcgen.reports.reader import Reader


@dataclass(frozen=True, slots=True)
class Section:
    """A list of things that were edited."""

    title: str
    items: tuple[Item, ...]
    """At least one."""


@dataclass(frozen=True, slots=True)
class Story:
    """A report in words and figures."""

    headline: str
    """How much was typed, and what it moves."""
    compared: str
    """Which states were compared."""
    boards: tuple[Board, ...]
    """One for each clientele whose scores or ranks changed."""
    sections: tuple[Section, ...]
    """What was edited: records, keys, texts that give meaning, other texts."""


def tell(review: Review, reader: Reader) -> Story:
    """The report on that comparison for that reader."""
    names, tracer = Names(review, reader), Tracer(review.files, reader)
    found = review.comparison
    one = reader.phrases.one
    meaning = [edit for edit in found.own_wording if edit.meaning]
    others = [edit for edit in found.own_wording if not edit.meaning]
    listed = (
        (
            one("Records that came, went or were renamed"),
            [tell_record(change, names, tracer) for change in found.records],
        ),
        (
            one("What was edited, and what it moved"),
            [tell_edit(edit, names, tracer) for edit in _by_effect(found.own_edits)],
        ),
        (
            one("Words that say what a rating means, or why it was given"),
            [tell_wording(edit, names, tracer) for edit in meaning],
        ),
        (one("Other words"), [tell_wording(edit, names, tracer) for edit in others]),
    )
    return Story(
        headline(review, reader),
        compared_states(review, reader),
        make_boards(names, tracer),
        tuple(Section(title, tuple(items)) for title, items in listed if items),
    )


def compared_states(review: Review, reader: Reader) -> str:
    """From which state to which: «Compared: main (4f2a9c1d20) → working tree»."""
    before = named_origin(review.comparison.before, reader)
    after = named_origin(review.comparison.after, reader)
    return reader.say(message("Compared: {before} → {after}", before=before, after=after))


def _by_effect(edits: Iterable[Edit]) -> list[Edit]:
    """Those that moved the most scores first."""
    return sorted(edits, key=lambda edit: -edit.scores)
