"""Which controls a ranking offers."""

from cvcgen.core.model import Feasibility, Project, Status
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.filter import FEWEST_ROWS, Filter, offer_filter
from tests.publish.little_sites import catalogue, context, pages, project
from tests.publish.test_pages import full


def offer(*projects: Project, split: bool = False) -> Filter | None:
    filled = [project(f"x{n}", status=Status.PLANNED) for n in range(FEWEST_ROWS)]
    page = context(catalogue([], projects), "en", PageKind.RANKING)
    return offer_filter(page, (*filled, *projects)[-FEWEST_ROWS:], split)


def test_few_rows_need_no_filter() -> None:
    page = context(catalogue(), "en", PageKind.RANKING)
    assert offer_filter(page, tuple(project(f"p{n}") for n in range(5)), split=False) is None


def test_only_states_that_differ_can_be_asked_for() -> None:
    same = offer()
    assert same is not None
    assert (same.statuses, same.feasibilities) == ((), ())
    found = offer(project("p", status=Status.PROPOSED, feasibility=Feasibility.UNDETERMINED))
    assert found is not None
    assert [choice.value for choice in found.statuses] == ["proposed", "planned"]
    assert [choice.label for choice in found.feasibilities] == ["yes", "to be determined"]


def test_a_part_of_a_ranking_says_so() -> None:
    whole, part = offer(), offer(split=True)
    assert whole is not None
    assert part is not None
    assert whole.part == ""
    assert part.part == "The filter acts on this page of the ranking only, 6 projects."
    assert (part.whole, part.counted) == (
        "Projects shown: 6 of 6",
        "Projects shown: {shown} of {all}",
    )


def test_every_project_of_a_ranking_can_be_filtered() -> None:
    page = pages(full())["en/rankings/gens.html"]
    assert page.count(" data-statut=") == 7
    assert "Projects shown: 7 of 7" in page
    assert 'data-statut="planned" data-faisabilite="feasible"' in page
