"""What records are recognised by, in few passes over a catalogue and from short texts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

import pytest

from cvcgen.core.changes.similarity import aspects, text_facts
from cvcgen.core.model import Project, Value, ValueId
from tests.core.changes.catalogues import french
from tests.core.changes.hands import content, named
from tests.core.grids import grid, scorecard

GRID = grid("50 30 20")
SITE = replace(
    content(GRID, named("a", scorecard("5 3 0")), named("b", scorecard("0 3 5"))),
    values=tuple(Value(ValueId(f"v{n:02}"), french(f"Valeur {n}")) for n in (1, 2, 3)),
)


class Walked(tuple[Project, ...]):
    """Projects that count how often all of them are gone through."""

    walks: ClassVar[list[None]] = []

    def __iter__(self) -> Iterator[Project]:
        self.walks.append(None)
        return super().__iter__()


@pytest.mark.parametrize("family", ["values", "clienteles"])
def test_all_records_of_a_kind_take_one_pass_over_the_projects(family: str) -> None:
    """One each took the records times the projects: minutes where a thousand values came."""
    projects = Walked(SITE.projects)
    projects.walks.clear()
    records = getattr(SITE, family)
    together = aspects(records, replace(SITE, projects=projects))
    assert len(projects.walks) == 1
    assert together == [aspects([record], SITE)[0] for record in records]


def test_a_value_is_recognised_by_where_it_is_weighed_and_rated() -> None:
    (_, _, uses), *_ = aspects(SITE.values, SITE)
    assert sorted(use[0] for use in uses) == ["a", "b", "c"]


def test_of_a_long_text_the_beginning_tells() -> None:
    assert len(text_facts(french("abc " * 50_000))) < 1_000
    assert text_facts(french("a" * 2_000)) == text_facts(french("a" * 1_000))
