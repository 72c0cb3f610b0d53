"""What would raise a score: a change of level, and what it would add."""

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from cvcgen.core.diagnostics import message
from cvcgen.core.model import RubricId, ValueId
from cvcgen.core.scoring import Contribution
from cvcgen.publish.closed import Closed
from cvcgen.publish.views.context import FolderContext, Link, once_per_folder
from cvcgen.publish.views.levels import mark_level

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Raise(Closed):
    """A change of level that would raise the score."""

    value: Link
    """The value's page."""
    change: str
    """From which level to which."""
    gain: str
    """What that would add, in points of the score, in words."""


class _Step(NamedTuple):
    """All that a raise depends on; numbers as two integers, a key ten times as fast."""

    rubric: RubricId
    value: ValueId
    points: tuple[int, int]
    gain: tuple[int, int]
    digits: int


def show_raise(page: FolderContext, part: Contribution, rubric: RubricId, digits: int) -> Raise:
    """What the highest level would add to what the value brings, shown with these decimals."""
    points = (part.points or _NOTHING).as_integer_ratio()
    gain = (part.unrealised or _NOTHING).as_integer_ratio()
    return _show(page, _Step(rubric, part.value, points, gain, digits))


@once_per_folder
def _show(page: FolderContext, step: _Step) -> Raise:
    voice = page.voice
    now = mark_level(page, step.rubric, Fraction(*step.points)).name
    best = mark_level(page, step.rubric, page.site.rubrics[step.rubric].maximum).name
    gain = voice.gain(Fraction(*step.gain), step.digits)
    return Raise(
        value=page.value_link(step.value),
        change=voice.say(message("from “{level}” to “{best}”", level=now, best=best)),
        gain=voice.say(message("{gain} points", gain=gain)),
    )
