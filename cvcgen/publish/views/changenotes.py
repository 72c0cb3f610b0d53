"""What else happened to a score than its change: ties, first places, ranks won and lost."""

from collections.abc import Iterator, Sequence

from cvcgen.core.changes import ChangeKind, Presence, ScoreChange, is_first
from cvcgen.core.changes.standings import Company
from cvcgen.core.changes.summary import FIRST
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Kind, ProjectId
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.views.standing import say_unranked

_MOST_NAMES = 4
_APPEARED = {
    Presence.NO_PROJECT: message("new project"),
    Presence.NO_CLIENTELE: message("new clientele"),
    Presence.NO_SCORECARD: message("first scorecard for this clientele"),
    Presence.NOT_CONCERNED: message("was not concerned"),
}
_VANISHED = {
    Presence.NO_PROJECT: message("project removed"),
    Presence.NO_CLIENTELE: message("clientele removed"),
    Presence.NO_SCORECARD: message("scorecard removed"),
    Presence.NOT_CONCERNED: message("no longer concerned"),
}
_BECAME = {
    ChangeKind.BALANCED: message("its parts changed and cancel out"),
    ChangeKind.INTERVAL: message("still incomplete"),
    ChangeKind.BECAME_COMPLETE: message("now complete"),
    ChangeKind.BECAME_INCOMPLETE: message("no longer complete"),
    ChangeKind.RATINGS_GIVEN: message("rated, where only a total was published"),
    ChangeKind.RATINGS_WITHDRAWN: message(
        "only a total is published, where there were ratings"
    ),
    ChangeKind.RANK_GAINED: message("now ranked"),
}


def say_notes(change: ScoreChange, states: BothStates) -> tuple[str, ...]:
    """Sentences without a full stop, the most telling first."""
    return (
        *_presence(change, states),
        *_first(change, states),
        *_became(change, states),
        *_tell(change, states),
    )


def _presence(change: ScoreChange, states: BothStates) -> Iterator[str]:
    """Why there was no score, or is none any more."""
    if change.before is None and change.after is not None:
        yield states.page.voice.say(_APPEARED[change.presence_before])
    if change.after is None and change.before is not None:
        yield states.page.voice.say(_VANISHED[change.presence_after])


def _first(change: ScoreChange, states: BothStates) -> Iterator[str]:
    was, becomes = is_first(change.before), is_first(change.after)
    if becomes and not was:
        yield states.page.voice.say(message("enters the first {count}", count=FIRST))
    if was and not becomes:
        yield states.page.voice.say(message("leaves the first {count}", count=FIRST))


def _became(change: ScoreChange, states: BothStates) -> Iterator[str]:
    for kind, sentence in _BECAME.items():
        if kind in change.kinds:
            yield states.page.voice.say(sentence)
    if ChangeKind.RANK_LOST in change.kinds and change.after is not None:
        yield say_unranked(change.after, states.page.voice)


def _tell(change: ScoreChange, states: BothStates) -> Iterator[str]:
    yield from say_company(
        Company(change.above, change.below, change.tied, change.untied), states
    )
    if change.rank_change and not change.moved and not change.causes:
        yield states.page.voice.say(message("its own score is the same"))


def say_company(company: Company, states: BothStates) -> Iterator[str]:
    """Who changed places with a project, a sentence each."""
    untied = tuple(name for name in company.untied if name not in company.above)
    passed = tuple(name for name in company.below if name not in company.tied)
    listed = {
        message("now tied with {names}"): company.tied,
        message("no longer tied with {names}"): untied,
        message("no longer behind {names}"): passed,
        message("now behind {names}"): company.above,
    }
    for sentence, others in listed.items():
        if others:
            named = _listed(others, states)
            yield states.page.voice.say(message(sentence.template, names=named))


def _listed(projects: Sequence[ProjectId], states: BothStates) -> str:
    voice = states.page.voice
    names = (states.name(Kind.PROJECT, name).text for name in projects[:_MOST_NAMES])
    shown = ", ".join(voice.say(message("“{title}”", title=name)) for name in names)
    more = len(projects) - _MOST_NAMES
    if more <= 0:
        return shown
    return f"{shown} {voice.many('and {count} more', 'and {count} more', more)}"
