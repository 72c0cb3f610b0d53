"""What surrounds every page: its name in the browser's tab is its own."""

import re

from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.pager import ROWS_PER_PAGE
from tests.publish.little_sites import catalogue, clientele, pages, project, rated, text

TITLE = re.compile("<title>(.*?)</title>")


def titles(site: dict[str, str], language: str) -> list[str]:
    """Those of the pages of a language, without the ones for other sites' frames."""
    return [
        TITLE.findall(content)[0]
        for path, content in site.items()
        if path.startswith(f"{language}/") and path.endswith(".html")
    ]


def test_each_part_of_a_long_list_has_a_title_of_its_own() -> None:
    many = [
        project(f"p{number:03}", rated("gens", {"a": "5"}))
        for number in range(2 * ROWS_PER_PAGE + 1)
    ]
    site = pages(catalogue([clientele("gens", {"a": "100"})], many))
    assert [
        TITLE.findall(site[f"fr/classements/gens{part}.html"])[0] for part in ("", ".2", ".3")
    ] == [
        "Classement\xa0: Gens – Site d’essai",
        "Classement\xa0: Gens, partie 2 – Site d’essai",
        "Classement\xa0: Gens, partie 3 – Site d’essai",
    ]
    assert "Grid: Gens (en), part 2 – Trial site" in TITLE.findall(site["en/grids/gens.2.html"])
    for language in ("fr", "en"):
        found = titles(site, language)
        assert len(found) == len(set(found))


def test_the_accessibility_statement_is_not_called_like_a_value() -> None:
    group = clientele("gens", {"a": "100"})
    site = pages(catalogue([group], title=text("Site d’essai", "Trial site")))
    path = f"en/{PageKind.ACCESSIBILITY}.html"
    assert TITLE.findall(site[path]) == ["Accessibility of this site – Trial site"]
    statement = site["fr/accessibilite.html"]
    assert "<h1>Accessibilité du site</h1>" in statement
    link = '<a href="accessibilite.html" aria-current="page">Accessibilité du site</a>'
    assert link in statement
