"""What else happened to a score than its change: ties, first places, ranks won and lost."""

from collections.abc import Iterator, Sequence

from cvcgen.core.changes import ScoreChange, is_first
from cvcgen.core.changes.labels import APPEARED, BACK, VANISHED
from cvcgen.core.changes.standings import Company
from cvcgen.core.changes.summary import FIRST
from cvcgen.core.changes.telling import (
    says_unranked,
    told_causes,
    told_company,
    told_states,
    why_not_concerned,
)
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Kind, ProjectId
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.views.standing import say_unranked

_MOST_NAMES = 4


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
    voice = states.page.voice
    if change.before is None and change.after is not None:
        back = states.back_since(change)
        said = (BACK if back else APPEARED)[change.presence_before]
        yield voice.say(message(said.template, date=back))
    if change.after is None and change.before is not None:
        reason = why_not_concerned(change, states.preview.after)
        quoted = message("“{title}”", title=voice.localise(reason).text) if reason else ""
        said = VANISHED[change.presence_after]
        yield voice.say(message(said.template, why=quoted))


def _first(change: ScoreChange, states: BothStates) -> Iterator[str]:
    was, becomes = is_first(change.before), is_first(change.after)
    if becomes and not was:
        yield states.page.voice.say(message("enters the first {count}", count=FIRST))
    if was and not becomes:
        yield states.page.voice.say(message("leaves the first {count}", count=FIRST))


def _became(change: ScoreChange, states: BothStates) -> Iterator[str]:
    for sentence in told_states(change):
        yield states.page.voice.say(sentence)
    if change.after is not None and says_unranked(change.before, change.after):
        yield say_unranked(change.after, states.page.voice)


def _tell(change: ScoreChange, states: BothStates) -> Iterator[str]:
    yield from say_company(change, states)
    if change.rank_change and not change.moved and not told_causes(change.causes):
        yield states.page.voice.say(message("its own score is the same"))


def say_company(company: Company | ScoreChange, states: BothStates) -> Iterator[str]:
    """Who changed places with a project, a sentence each."""
    for sentence, others in told_company(company):
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
