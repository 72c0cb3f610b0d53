"""A long report in pieces that can be drawn one by one, in any process."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pieces:
    """A report that is too long to be held at once: what follows each other in it."""

    head: str
    """What stands before the first piece."""
    draw: Callable[[int], str]
    """The text of the piece of that number, from 0."""
    sizes: Sequence[int]
    """Of each piece about how much work it is, in any unit."""
    foot: str = ""
    """What stands after the last piece."""

    def text(self) -> str:
        """The whole report."""
        return "".join(self.texts(range(len(self.sizes))))

    def texts(self, numbers: range) -> Iterator[str]:
        """These pieces in order, the head before the first of all, the foot after the last."""
        if numbers.start == 0:
            yield self.head
        for number in numbers:
            yield self.draw(number)
        if numbers.stop == len(self.sizes):
            yield self.foot
