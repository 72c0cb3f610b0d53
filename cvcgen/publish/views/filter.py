"""The filter of a ranking: what can be asked for, and what its script says of the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from cvcgen.core.diagnostics import Message, message
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.labels import FEASIBILITY_ANSWERS, STATUS
from cvcgen.publish.views.rankingrow import ProjectState

FEWEST_ROWS = 6
"""Fewer are seen at a glance."""
_State = TypeVar("_State", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Choice:
    """One state of projects that can be asked for."""

    value: str
    """The state's name in the content."""
    label: str
    """What it is called."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The controls above a ranking."""

    statuses: tuple[Choice, ...]
    """Those that occur, in the order of a project's life; none where they are all the same."""
    feasibilities: tuple[Choice, ...]
    """Those that occur; none where they are all the same."""
    counted: str
    """What the script says of `{shown}` projects of `{all}`."""
    whole: str
    """The same of all projects, before anything is asked for."""
    part: str
    """That this is one page of several, as a sentence; empty where it is not."""
    search_href: str
    """The search page, which knows all projects."""


def offer_filter(
    page: PageContext, states: Sequence[ProjectState], split: bool
) -> Filter | None:
    """The filter for projects of these states on this page, or None where they are few."""
    if len(states) < FEWEST_ROWS:
        return None
    voice, count = page.voice, len(states)
    part = message(
        "The filter acts on this page of the ranking only, {count} projects.", count=count
    )
    return Filter(
        statuses=_choices(page, {state.status for state in states}, STATUS),
        feasibilities=_choices(page, {s.feasibility for s in states}, FEASIBILITY_ANSWERS),
        counted=_count(page, "{shown}", "{all}"),
        whole=_count(page, str(count), str(count)),
        part=voice.say(part) if split else "",
        search_href=page.href(PageKind.SEARCH),
    )


def _count(page: PageContext, shown: str, total: str) -> str:
    return page.voice.say(message("Projects shown: {shown} of {all}", shown=shown, all=total))


def _choices(
    page: PageContext, present: set[str], labels: Mapping[_State, Message]
) -> tuple[Choice, ...]:
    if len(present) < 2:
        return ()
    return tuple(
        Choice(state.value, page.voice.say(label))
        for state, label in labels.items()
        if state.value in present
    )
