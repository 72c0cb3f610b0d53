"""The lists of a section say first how much they list."""

from tests.publish.little_sites import catalogue, clientele, pages, project


def test_the_list_of_projects_says_how_many_there_are() -> None:
    made = catalogue([clientele("gens", {"a": "1"})], [project("p"), project("q")])
    listed = pages(made)["en/projects/index.html"]
    assert '<p class="finding">2 projects, scored for 1 clientele.</p>' in listed


def test_without_a_project_the_list_says_only_what_to_do() -> None:
    listed = pages(catalogue([clientele("gens", {"a": "1"})]))["en/projects/index.html"]
    assert 'class="finding"' not in listed
    assert "There is no project yet" in listed
