"""The dates that divide a history: another method, or a time of which nothing is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Point
from cvcgen.publish.views.codespans import Coded, split_code
from cvcgen.publish.views.commitmark import CommitMark, mark_commit, say_gap
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.historyrow import say_breaks
from cvcgen.publish.views.paststates import past_states

_MOST_TURNS = 20
"""The newest are listed."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A date at which scores became measured otherwise, or nothing is known."""

    commit: CommitMark
    """Which commit."""
    text: Coded
    """What happened, in a sentence."""


def list_turns(page: PageContext, turns: Mapping[int, Point]) -> Iterator[Turn]:
    """The last ones of these points, by how many revisions are older; the newest first."""
    for at in sorted(turns, reverse=True)[:_MOST_TURNS]:
        point = turns[at]
        states = past_states(page, point.occasion)
        text = say_gap(page, point.occasion)
        if states is not None and point.breaks:
            text = say_breaks(point, states)
        elif text:
            text = page.voice.say(message("Not known: {why}", why=text))
        yield Turn(mark_commit(page, point.occasion), split_code(text))
