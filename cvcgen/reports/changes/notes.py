"""What else happened to a score than its change: ties, first places, ranks won and lost."""

from collections.abc import Iterator, Sequence

from cvcgen.core.changes import ChangeKind, Presence, ScoreChange, is_first
from cvcgen.core.diagnostics import message
from cvcgen.core.model import ProjectId
from cvcgen.reports.changes.review import Names
from cvcgen.reports.reasons import unranked_reason

_MOST_NAMES = 4
_STATES = {
    ChangeKind.BALANCED,
    ChangeKind.INTERVAL,
    ChangeKind.BECAME_COMPLETE,
    ChangeKind.BECAME_INCOMPLETE,
    ChangeKind.RATINGS_GIVEN,
    ChangeKind.RATINGS_WITHDRAWN,
    ChangeKind.RANK_GAINED,
    ChangeKind.RANK_LOST,
}
"""What is told of the score itself."""
_PASSED = (
    message("now tied with {names}"),
    message("no longer tied with {names}"),
    message("no longer behind {names}"),
    message("now behind {names}"),
)


def tell_notes(change: ScoreChange, names: Names) -> tuple[str, ...]:
    """Raw sentences without a full stop, the most telling first."""
    return (
        *_presence(change, names),
        *_first(change, names),
        *_states(change, names),
        *_company(change, names),
    )


def _presence(change: ScoreChange, names: Names) -> Iterator[str]:
    """Why there was no score, or is none any more."""
    one = names.reader.phrases.one
    if change.before is None and change.after is not None:
        appeared = {
            Presence.NO_PROJECT: one("new project"),
            Presence.NO_CLIENTELE: one("new clientele"),
            Presence.NO_SCORECARD: one("first scorecard for this clientele"),
            Presence.NOT_CONCERNED: one("was not concerned"),
        }
        yield appeared[change.presence_before]
    if change.after is None and change.before is not None:
        vanished = {
            Presence.NO_PROJECT: one("project removed"),
            Presence.NO_CLIENTELE: one("clientele removed"),
            Presence.NO_SCORECARD: one("scorecard removed"),
            Presence.NOT_CONCERNED: one("no longer concerned"),
        }
        yield vanished[change.presence_after]


def _first(change: ScoreChange, names: Names) -> Iterator[str]:
    first = names.review.first
    was, becomes = is_first(change.before, first), is_first(change.after, first)
    if becomes and not was:
        yield names.reader.say(message("enters the first {count}", count=first))
    if was and not becomes:
        yield names.reader.say(message("leaves the first {count}", count=first))


def _states(change: ScoreChange, names: Names) -> Iterator[str]:
    """What the score became: complete, ranked, rated, feasible."""
    if _STATES.isdisjoint(change.kinds):  # as most
        return
    one = names.reader.phrases.one
    place, why = change.after, ""
    if place is not None:
        why = unranked_reason(place, names.sides[1].names, names.reader)
    told = {
        ChangeKind.BALANCED: one("its parts changed and cancel out"),
        ChangeKind.INTERVAL: one("still incomplete"),
        ChangeKind.BECAME_COMPLETE: one("now complete"),
        ChangeKind.BECAME_INCOMPLETE: one("no longer complete"),
        ChangeKind.RATINGS_GIVEN: one("rated, where only a total was published"),
        ChangeKind.RATINGS_WITHDRAWN: one(
            "only a total is published, where there were ratings"
        ),
        ChangeKind.RANK_GAINED: one("now ranked"),
        ChangeKind.RANK_LOST: names.reader.say(message("no longer ranked: {why}", why=why)),
    }
    for kind, sentence in told.items():
        if kind in change.kinds:
            yield sentence


def _company(change: ScoreChange, names: Names) -> Iterator[str]:
    """Who changed places with it."""
    listed = (
        change.tied,
        _without(change.untied, change.above),
        _without(change.below, change.tied),
        change.above,
    )
    for sentence, others in zip(_PASSED, listed, strict=True):
        if others:
            found = names.mentions(others, _MOST_NAMES)
            yield names.reader.say(message(sentence.template, names=found))
    if change.rank_change and not change.moved and not change.causes:
        yield names.reader.phrases.one("its own score is the same")


def _without(projects: Sequence[ProjectId], told: Sequence[ProjectId]) -> tuple[ProjectId, ...]:
    return tuple(name for name in projects if name not in told)
