"""One commit of a history: which scores and ranks it moved, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Kind
from cvcgen.core.trend import Occasion, find_breaks
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.views.changeditem import say_edited, show_record
from cvcgen.publish.views.changerow import ChangeBoard, show_boards
from cvcgen.publish.views.codespans import Coded, split_code
from cvcgen.publish.views.commitmark import CommitMark, mark_commit, say_gap
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.paststates import PastStates, past_states
from cvcgen.publish.voice import Localised

MOST_ROWS = 8
"""Of one clientele with one commit; the others are counted, and on their projects' pages."""
_MOST_RECORDS = 8
_MOST_EDITS = 6


@dataclass(frozen=True, slots=True)
class MethodChange:
    """What changed in how one clientele's scores are measured."""

    clientele: Localised
    """What the clientele is called."""
    edits: tuple[str, ...]
    """What was edited, a few words each."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One commit that changed the content."""

    anchor: str
    """Where on the page it is."""
    commit: CommitMark
    """Which commit."""
    finding: str
    """How much it moved, in a sentence without a full stop."""
    breaks: tuple[MethodChange, ...]
    """For each clientele that is measured otherwise from here, what changed."""
    boards: tuple[ChangeBoard, ...]
    """One for each clientele whose scores came, went or moved."""
    records: tuple[str, ...]
    """Records that came, went or were renamed, a sentence each."""
    gap: Coded
    """Why nothing could be scored; empty where it could."""


def show_entry(page: PageContext, history: SiteHistory, occasion: Occasion) -> HistoryEntry:
    """The entry of a revision."""
    states = past_states(page, occasion)
    return HistoryEntry(
        anchor=entry_anchor(occasion),
        commit=mark_commit(page, occasion),
        finding=say_effects(page, history, occasion),
        breaks=tuple(list_breaks(states, occasion)) if states else (),
        boards=show_boards(states, MOST_ROWS) if states else (),
        records=tuple(_records(states)) if states else (),
        gap=split_code(say_gap(page, occasion)),
    )


def entry_anchor(occasion: Occasion) -> str:
    """Where on its page the revision is: a letter and its short id."""
    return f"r{(occasion.origin.revision or occasion.origin.label)[:12]}"


def list_told(history: SiteHistory) -> tuple[Occasion, ...]:
    """The revisions worth an entry, oldest first.

    Those that say something else than the one before; the first, and the first of several in
    a row that could not be read for the same reason.
    """
    told: list[Occasion] = []
    former: Occasion | None = None
    for occasion in history.trend.occasions:
        if former is None or _is_news(former, occasion):
            told.append(occasion)
        former = occasion
    return tuple(told)


def _is_news(former: Occasion, occasion: Occasion) -> bool:
    if occasion.gap is not None:
        return occasion.gap != former.gap
    if former.gap is not None or occasion.comparison is None:
        return True
    return not occasion.comparison.is_empty


def moves_scores(occasion: Occasion) -> bool:
    """Whether a score came, went or moved."""
    return any(
        change.moved or change.before is None or change.after is None
        for change in occasion.changes
    )


def say_effects(page: PageContext, history: SiteHistory, occasion: Occasion) -> str:
    """«42 scores, 7 rank moves», «no score moves», or that nothing is known."""
    say = page.voice.say
    if occasion.gap is not None:
        return say(message("this revision could not be read"))
    if occasion.comparison is None:
        return say(message("the history begins here"))
    return ", ".join(_effects(page, history, occasion))


def _effects(page: PageContext, history: SiteHistory, occasion: Occasion) -> Iterator[str]:
    many, changes = page.voice.many, occasion.changes
    moved = sum(change.moved for change in changes)
    ranks = sum(step.moves_rank for step in history.steps[history.positions[occasion.origin]])
    back = sum(occasion.back_since(change) is not None for change in changes)
    appeared = sum(change.before is None for change in changes) - back
    vanished = sum(change.after is None for change in changes)
    if moved:
        yield many("{count} score changed", "{count} scores changed", moved)
    if ranks:
        yield many("{count} rank move", "{count} rank moves", ranks)
    if appeared:
        yield many("{count} new score", "{count} new scores", appeared)
    if back:
        yield many("{count} score back", "{count} scores back", back)
    if vanished:
        yield many("{count} score gone", "{count} scores gone", vanished)
    if not (moved or ranks or appeared or back or vanished):
        yield page.voice.say(message("no score moves"))
    if history.trend.follows_gap(history.positions[occasion.origin]):
        yield page.voice.say(message("since the last revision that could be read"))
    comparison = occasion.comparison
    meaning = sum(edit.meaning for edit in comparison.own_wording) if comparison else 0
    if meaning:
        yield many(
            "{count} meaning or reason edited",
            "{count} meanings or reasons edited",
            meaning,
        )


def list_breaks(states: PastStates, occasion: Occasion) -> Iterator[MethodChange]:
    """What changed of the method, for each clientele, by its id."""
    if occasion.comparison is None or occasion.catalogue is None:
        return
    found = find_breaks(occasion.comparison, occasion.catalogue)
    voice = states.page.voice
    for clientele in sorted(found):
        told = dict.fromkeys(say_edited(edit, states) for edit in found[clientele])
        edits = list(told)[:_MOST_EDITS]
        if len(told) > _MOST_EDITS:
            more = len(told) - _MOST_EDITS
            edits.append(voice.many("{count} more", "{count} more", more))
        yield MethodChange(states.name(Kind.CLIENTELE, clientele), tuple(edits))


def _records(states: PastStates) -> Iterator[str]:
    records = states.preview.comparison.records
    for change in records[:_MOST_RECORDS]:
        yield show_record(change, states).what
    if len(records) > _MOST_RECORDS:
        many = states.page.voice.many
        yield many(
            "{count} more record came, went or was renamed",
            "{count} more records came, went or were renamed",
            len(records) - _MOST_RECORDS,
        )
