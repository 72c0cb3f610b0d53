"""What else happened to a score than its change: ties, first places, ranks won and lost."""

from collections.abc import Iterable, Iterator

from cvcgen.core.changes import ChangeKind, ScoreChange, is_first
from cvcgen.core.changes.labels import APPEARED, BACK, BECAME, VANISHED
from cvcgen.core.changes.telling import (
    ToldOf,
    says_unranked,
    told_causes,
    told_company,
    told_states,
    why_not_concerned,
)
from cvcgen.core.diagnostics import message
from cvcgen.reports.changes.review import Names
from cvcgen.reports.reasons import unranked_reason

_MOST_NAMES = 4


def tell_notes(change: ScoreChange, names: Names, back: str = "") -> tuple[str, ...]:
    """Raw sentences without a full stop, the most telling first.

    `back` is the day from which that was gone which a new score lacked; empty where it is new.
    """
    return (
        *_presence(change, names, back),
        *_first(change, names),
        *_states(change, names),
        *_company(change, names),
    )


def _presence(change: ScoreChange, names: Names, back: str) -> Iterator[str]:
    """Why there was no score, or is none any more."""
    if change.before is None and change.after is not None:
        said = (BACK if back else APPEARED)[change.presence_before]
        yield names.reader.say(message(said.template, date=back))
    if change.after is None and change.before is not None:
        reason = why_not_concerned(change, names.review.after)
        why = names.quote(names.sides[1].text(reason)) if reason else ""
        yield names.reader.say(message(VANISHED[change.presence_after].template, why=why))


def _first(change: ScoreChange, names: Names) -> Iterator[str]:
    first = names.review.first
    was, becomes = is_first(change.before, first), is_first(change.after, first)
    if becomes and not was:
        yield names.reader.say(message("enters the first {count}", count=first))
    if was and not becomes:
        yield names.reader.say(message("leaves the first {count}", count=first))


def _states(change: ScoreChange, names: Names) -> Iterator[str]:
    """What the score became: complete, ranked, rated, feasible."""
    if not BECAME.keys().isdisjoint(change.kinds):  # as few
        for sentence in told_states(change):
            yield names.reader.say(sentence)
    place = change.after
    if place is not None and says_unranked(change.before, place):
        why = unranked_reason(place, names.sides[1].names, names.reader)
        lost = ChangeKind.RANK_LOST in change.kinds
        said = message("no longer ranked: {why}") if lost else message("not ranked: {why}")
        yield names.reader.say(message(said.template, why=why))


def _company(change: ScoreChange, names: Names) -> Iterator[str]:
    """Who changed places with it."""
    yield from tell_company(told_company(change), names, _MOST_NAMES)
    if change.rank_change and not change.moved and not told_causes(change.causes):
        yield names.reader.phrases.one("its own score is the same")


def tell_company(told: Iterable[ToldOf], names: Names, most: int) -> Iterator[str]:
    """The sentences about others, each where there are any, with at most so many titles."""
    for sentence, others in told:
        if others:
            listed = names.mentions(others, most)
            yield names.reader.say(message(sentence.template, names=listed))
