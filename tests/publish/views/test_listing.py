"""The lists of a section, and what they say first."""

import re

import pytest

from tests.publish.little_sites import catalogue, clientele, pages, project


def test_the_list_of_projects_says_how_many_there_are() -> None:
    made = catalogue([clientele("gens", {"a": "1"})], [project("p"), project("q")])
    listed = pages(made)["en/projects/index.html"]
    assert '<p class="finding">2 projects, scored for 1 clientele.</p>' in listed


@pytest.mark.parametrize(
    ("projects", "groups", "finding"),
    [
        (1, 1, "1 projet, coté pour 1 clientèle."),
        (1, 2, "1 projet, coté pour 2 clientèles."),
        (2, 1, "2 projets, cotés pour 1 clientèle."),
    ],
)
def test_how_many_there_are_agrees_with_both_in_french(
    projects: int, groups: int, finding: str
) -> None:
    made = catalogue(
        [clientele(f"c{number}", {"a": "1"}) for number in range(groups)],
        [project(f"p{number}") for number in range(projects)],
    )
    assert f'<p class="finding">{finding}</p>' in pages(made)["fr/projets/index.html"]


@pytest.mark.parametrize("section", ["clienteles", "values", "rubrics", "projects"])
def test_search_engines_are_told_what_the_page_says_first(section: str) -> None:
    made = catalogue([clientele("gens", {"a": "1"})], [project("p")])
    listed = pages(made)[f"en/{section}/index.html"]
    first = re.search(r'<p class="(?:lead|finding)">(.+)</p>', listed)
    described = re.search(r'<meta name="description" content="(.+)">', listed)
    assert first is not None
    assert described is not None
    assert described[1] == first[1]
    assert len(first[1]) > 30


def test_without_a_project_the_list_says_only_what_to_do() -> None:
    listed = pages(catalogue([clientele("gens", {"a": "1"})]))["en/projects/index.html"]
    assert 'class="finding"' not in listed
    assert "There is no project yet" in listed
