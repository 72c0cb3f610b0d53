"""Rankings that other sites show in a frame."""

import re

from cvcgen.core.model import Feasibility, Provenance
from tests.publish.little_sites import (
    catalogue,
    clientele,
    pages,
    project,
    published,
    rated,
    text,
)


def embedded(*projects, language: str = "en", **more) -> str:
    made = catalogue([clientele("gens", {"a": "60", "b": "40"}, **more)], projects)
    return pages(made)[f"embed/gens.{language}.html"]


def cells(page: str) -> list[list[str]]:
    """The words of each row, heading row first."""
    return [
        [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row]
        for row in (
            re.findall(r"<t[dh][ >].*?</t[dh]>", row, re.DOTALL)
            for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
        )
    ]


def test_ranked_projects_come_first_and_the_others_say_why_they_are_not() -> None:
    page = embedded(
        project("full", rated("gens", {"a": "5", "b": "3"})),
        project("partial", rated("gens", {"a": "3", "b": None})),
        project("impossible", published("gens", "50"), feasibility=Feasibility.NOT_FEASIBLE),
    )
    assert cells(page) == [
        ["Rank", "Project", "Score"],
        ["1st", "Project full", "84.0%"],
        ["–", "Project impossible not ranked: not feasible not feasible only the total was"
         " published", "50.0%"],
        ["–", "Project partial not ranked: some values are not rated yet",
         "between 36.0% and 76.0%"],
    ]  # fmt: skip


def test_it_is_a_page_of_its_own_without_scripts_whose_links_leave_the_frame() -> None:
    page = embedded(
        project("p", rated("gens", {"a": "5", "b": "3"})), source=text("[S](https://s)")
    )
    assert "<script" not in page
    assert '<meta http-equiv="Content-Security-Policy"' in page
    assert "<title>Ranking: Gens (en) – Trial site</title>" in page
    assert '<html lang="en">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<base target="_top">' in page
    assert re.search(r'<link rel="stylesheet" href="\.\./assets/cvcgen\.css\?v=', page)
    links = re.findall(r"<a [^>]*>", page)
    own = [link for link in links if "https:" not in link]
    assert len(own) == 4
    assert all('target="_top" rel="noopener"' in link for link in own)
    assert '<a href="https://s" rel="noopener noreferrer">' in links


def test_made_up_data_are_said() -> None:
    plan = project("p", rated("gens", {"a": "5", "b": "3"}), provenance=Provenance.ILLUSTRATIVE)
    assert "Illustrative data</span>" in embedded(plan)
    assert "badge-" not in embedded(project("p", rated("gens", {"a": "5", "b": "3"})))


def test_a_long_ranking_shows_its_beginning_and_says_how_many_follow() -> None:
    many = [project(f"p{n:03}", rated("gens", {"a": "5", "b": "3"})) for n in range(153)]
    page = embedded(*many, language="fr")
    assert len(cells(page)) == 151
    assert "3 autres projets se trouvent à la page du classement." in page


def test_nothing_to_rank_is_said() -> None:
    page = embedded(project("p"))
    assert "<table" not in page
    assert "No project is ranked for this clientele yet." in page
