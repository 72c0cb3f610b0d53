"""What a project means for one clientele, as its page shows it."""

import re

from tests.publish.little_sites import catalogue, clientele, pages, project, rated


def test_no_clientele_takes_the_place_that_the_first_link_of_a_page_leads_to() -> None:
    gave = {"a": "5"}
    groups = [clientele("main", ["a"]), clientele("gens", ["a"])]
    made = catalogue(groups, [project("p", rated("main", gave), rated("gens", gave))])
    page = pages(made)["fr/projets/p.html"]
    places = re.findall(r' id="([^"]*)"', page)
    assert sorted(places) == ["gens", "main", "main."]
    assert set(re.findall(r'href="#([^"]*)"', page)) == {*places}
