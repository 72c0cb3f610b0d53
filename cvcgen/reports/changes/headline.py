"""The head line of a change: how much was typed, and what it moves."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from cvcgen.core.changes import RecordEvent, Summary, summarise
from cvcgen.core.diagnostics import message
from cvcgen.phrases import Phrases
from cvcgen.reports.changes.review import Review
from cvcgen.reports.reader import Reader


def headline(review: Review, reader: Reader) -> str:
    """«1 line changed in citoyens.yaml: 42 scores, 7 rank moves, none in the first 3»."""
    if review.comparison.is_empty:
        return no_change(review, reader)
    summary = summarise(review.comparison, review.first)
    effects = ", ".join(_effects(summary, review, reader.phrases))
    return reader.say(
        message("{typed}: {effects}", typed=_typed(review, reader.phrases), effects=effects)
    )


def no_change(review: Review, reader: Reader) -> str:
    """What to say where nothing changed in meaning."""
    if review.files:
        return reader.phrases.one("no change: only formatting, order or comments")
    return reader.phrases.one("no change at all")


def _typed(review: Review, phrases: Phrases) -> str:
    """How many lines were changed, and in which file or in how many."""
    lines = sum(file.lines for file in review.files)
    if not lines:
        count = len(review.files)
        return phrases.many("{count} file renamed", "{count} files renamed", count).format(
            count=count
        )
    edited = [file for file in review.files if file.lines]
    changed = phrases.many("{count} line changed", "{count} lines changed", lines)
    said = changed.format(count=lines)
    if len(edited) == 1:
        name = PurePosixPath(edited[0].path).name
        return phrases.one("{lines} in {file}").format(lines=said, file=name)
    files = phrases.many("{lines} in {count} file", "{lines} in {count} files", len(edited))
    return files.format(lines=said, count=len(edited))


def _effects(summary: Summary, review: Review, phrases: Phrases) -> Iterator[str]:
    many = phrases.many
    if summary.scores:
        yield many("{count} score", "{count} scores", summary.scores).format(
            count=summary.scores
        )
    else:
        yield phrases.one("no score moves")
    if summary.rank_moves:
        moves = many("{count} rank move", "{count} rank moves", summary.rank_moves)
        yield moves.format(count=summary.rank_moves)
        yield _first(summary, review.first, phrases)
    if summary.appeared:
        new = many("{count} new score", "{count} new scores", summary.appeared)
        yield new.format(count=summary.appeared)
    if summary.vanished:
        gone = many("{count} score gone", "{count} scores gone", summary.vanished)
        yield gone.format(count=summary.vanished)
    yield from _others(summary, review, phrases)


def _first(summary: Summary, first: int, phrases: Phrases) -> str:
    if not summary.first_moves:
        return phrases.one("none in the first {first}").format(first=first)
    found = phrases.many(
        "{count} in the first {first}", "{count} in the first {first}", summary.first_moves
    )
    return found.format(count=summary.first_moves, first=first)


def _others(summary: Summary, review: Review, phrases: Phrases) -> Iterator[str]:
    """What else a reviewer should know of, only where it is there."""

    def many(singular: str, plural: str, count: int) -> Iterator[str]:
        if count:
            yield phrases.many(singular, plural, count).format(count=count)

    events = [change.event for change in review.comparison.records]
    added, removed = events.count(RecordEvent.ADDED), events.count(RecordEvent.REMOVED)
    yield from many("{count} record added", "{count} records added", added)
    yield from many("{count} record removed", "{count} records removed", removed)
    yield from many(
        "{count} value added to a pyramid",
        "{count} values added to pyramids",
        summary.values_added,
    )
    yield from many(
        "{count} value removed from a pyramid",
        "{count} values removed from pyramids",
        summary.values_removed,
    )
    yield from many(
        "{count} score newly incomplete",
        "{count} scores newly incomplete",
        summary.new_incomplete,
    )
    yield from many(
        "{count} meaning or reason edited",
        "{count} meanings or reasons edited",
        summary.meaning,
    )
