"""What changes: all that differs from the state that a preview is compared with."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.changes import Comparison, RecordEvent, Summary, summarise
from cvcgen.core.changes.summary import FIRST
from cvcgen.core.diagnostics import message
from cvcgen.publish.preview import Preview
from cvcgen.publish.views.bothstates import BothStates, name_origin
from cvcgen.publish.views.changeditem import ChangedList, list_changed
from cvcgen.publish.views.changerow import ChangeBoard, show_boards
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.voice import Voice


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of what changes."""

    frame: Frame
    """What surrounds the page."""
    finding: str
    """How much was typed, and what it moves."""
    compared: str
    """Which states were compared."""
    boards: tuple[ChangeBoard, ...]
    """One for each clientele whose scores or ranks changed."""
    lists: tuple[ChangedList, ...]
    """What was edited: records, keys, texts that give meaning, other texts."""


def view_changes(page: PageContext, preview: Preview) -> ChangesView:
    """The page of all that a preview changes."""
    voice, states = page.voice, BothStates(page, preview)
    comparison = preview.comparison
    before, after = (name_origin(page, o) for o in (comparison.before, comparison.after))
    finding = say_reach(preview, voice)
    return ChangesView(
        frame=frame_page(page, page.words(voice.say(message("What changes"))), finding),
        finding=finding,
        compared=voice.say(message("Compared: {before} → {after}", before=before, after=after)),
        boards=show_boards(states),
        lists=list_changed(states),
    )


def say_reach(preview: Preview, voice: Voice) -> str:
    """«1 line changed in citoyens.yaml: 42 scores, 7 rank moves, none in the first 3»."""
    if preview.comparison.is_empty:
        if preview.files:
            return voice.say(message("no change: only formatting, order or comments"))
        return voice.say(message("no change at all"))
    effects = ", ".join(_effects(preview.comparison, voice))
    typed = _typed(preview, voice)
    return voice.say(message("{typed}: {effects}", typed=typed, effects=effects))


def _typed(preview: Preview, voice: Voice) -> str:
    """How many lines were changed, and in which file or in how many."""
    edited = [file for file in preview.files if file.lines]
    if not edited:
        return voice.many("{count} file renamed", "{count} files renamed", len(preview.files))
    lines = sum(file.lines for file in edited)
    said = voice.many("{count} line changed", "{count} lines changed", lines)
    if len(edited) == 1:
        name = PurePosixPath(edited[0].path).name
        return voice.say(message("{lines} in {file}", lines=said, file=name))
    return voice.many(
        "{lines} in {count} file", "{lines} in {count} files", len(edited), lines=said
    )


def _effects(comparison: Comparison, voice: Voice) -> Iterator[str]:
    many, summary = voice.many, summarise(comparison)
    if summary.scores:
        yield many("{count} score", "{count} scores", summary.scores)
    else:
        yield voice.say(message("no score moves"))
    if summary.rank_moves:
        yield many("{count} rank move", "{count} rank moves", summary.rank_moves)
        yield _first(summary, voice)
    if summary.appeared:
        yield many("{count} new score", "{count} new scores", summary.appeared)
    if summary.vanished:
        yield many("{count} score gone", "{count} scores gone", summary.vanished)
    yield from _others(comparison, summary, voice)


def _first(summary: Summary, voice: Voice) -> str:
    if not summary.first_moves:
        return voice.say(message("none in the first {first}", first=FIRST))
    template = "{count} in the first {first}"
    return voice.many(template, template, summary.first_moves, first=str(FIRST))


def _others(comparison: Comparison, summary: Summary, voice: Voice) -> Iterator[str]:
    """What else a reviewer should know of, only where it is there."""
    many, events = voice.many, [change.event for change in comparison.records]
    added, removed = events.count(RecordEvent.ADDED), events.count(RecordEvent.REMOVED)
    if added:
        yield many("{count} record added", "{count} records added", added)
    if removed:
        yield many("{count} record removed", "{count} records removed", removed)
    if summary.values_added:
        yield many(
            "{count} value added to a pyramid",
            "{count} values added to pyramids",
            summary.values_added,
        )
    if summary.values_removed:
        yield many(
            "{count} value removed from a pyramid",
            "{count} values removed from pyramids",
            summary.values_removed,
        )
    if summary.new_incomplete:
        yield many(
            "{count} score newly incomplete",
            "{count} scores newly incomplete",
            summary.new_incomplete,
        )
    if summary.meaning:
        yield many(
            "{count} meaning or reason edited",
            "{count} meanings or reasons edited",
            summary.meaning,
        )
