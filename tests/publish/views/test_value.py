"""A value's page: those that it leaves out are not far."""

from tests.publish.little_sites import catalogue, clientele, pages, project, rated


def test_the_projects_that_are_left_out_are_in_the_grid() -> None:
    many = [project(f"p{number:02}", rated("gens", {"a": "5"})) for number in range(12)]
    site = pages(catalogue([clientele("gens", {"a": "100"})], many))
    unseen = '<span class="unseen"> – Gens (en)</span>'
    link = f'<a href="../grids/gens.html">and 2 more in the grid{unseen}</a>'
    assert link in site["en/values/a.html"]
    assert "et 2 autres dans la grille" in site["fr/valeurs/a.html"]
