"""Lists that are too long for one page, and the links between their parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from cvcgen.publish.views.context import PageContext

ROWS_PER_PAGE = 150
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list that is too long for one."""

    label: str
    """The rows it holds, by position."""
    href: str
    """Relative to the page."""
    current: bool
    """Whether it is the one shown."""


def count_parts(rows: int) -> int:
    """How many pages that many rows take, at least one."""
    return max(1, -(-rows // ROWS_PER_PAGE))


def take_part(page: PageContext, rows: Sequence[_Row]) -> Sequence[_Row]:
    """The rows that the page's address names."""
    start = (page.address.number - 1) * ROWS_PER_PAGE
    return rows[start : start + ROWS_PER_PAGE]


def list_parts(page: PageContext, rows: int) -> tuple[Part, ...]:
    """The pages of the list that the page is a part of; none where it fits on one."""
    parts = count_parts(rows)
    if parts == 1:
        return ()
    return tuple(
        Part(
            label=f"{(number - 1) * ROWS_PER_PAGE + 1}–{min(number * ROWS_PER_PAGE, rows)}",
            href=page.href(page.address.kind, page.address.id, number),
            current=number == page.address.number,
        )
        for number in range(1, parts + 1)
    )
