"""Where pages lie, and the links between them."""

from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

import pytest

from cvcgen.core.model import Language
from cvcgen.publish.addresses import (
    SECTION_OF,
    Address,
    PageKind,
    link_from,
    page_folder,
    page_name,
    page_path,
    quote_name,
    way_to,
)


@pytest.mark.parametrize(
    ("kind", "record", "french", "english"),
    [
        (PageKind.HOME, "", "fr/index.html", "en/index.html"),
        (PageKind.RANKING, "x", "fr/classements/x.html", "en/rankings/x.html"),
        (PageKind.GRID, "x", "fr/grilles/x.html", "en/grids/x.html"),
        (PageKind.COMPARE, "", "fr/comparer.html", "en/compare.html"),
        (PageKind.PROJECT, "x", "fr/projets/x.html", "en/projects/x.html"),
        (PageKind.CLIENTELE, "x", "fr/clienteles/x.html", "en/clienteles/x.html"),
        (PageKind.VALUE, "x", "fr/valeurs/x.html", "en/values/x.html"),
        (PageKind.RUBRIC, "x", "fr/echelles/x.html", "en/rubrics/x.html"),
        (PageKind.VALUES, "", "fr/valeurs/index.html", "en/values/index.html"),
        (PageKind.METHOD, "", "fr/methode.html", "en/method.html"),
        (PageKind.DATA, "", "fr/donnees.html", "en/data.html"),
        (PageKind.SEARCH, "", "fr/recherche.html", "en/search.html"),
        (PageKind.ACCESSIBILITY, "", "fr/accessibilite.html", "en/accessibility.html"),
    ],
)
def test_section_words_are_translated_and_ids_are_not(
    kind: PageKind, record: str, french: str, english: str
) -> None:
    address = Address(kind, record)
    assert str(page_path(address, Language("fr"))) == french
    assert str(page_path(address, Language("en"))) == english


def test_a_language_without_words_uses_the_english_ones() -> None:
    assert str(page_path(Address(PageKind.METHOD), Language("es"))) == "es/method.html"


def test_a_regional_language_uses_the_words_of_its_language() -> None:
    assert str(page_path(Address(PageKind.METHOD), Language("fr-CA"))) == "fr-CA/methode.html"


def test_every_address_has_a_place_of_its_own() -> None:
    shown_by_others = {PageKind.EMBED, PageKind.BADGE}
    records = {*SECTION_OF, *shown_by_others}
    addresses = [Address(kind, "x" if kind in records else "") for kind in PageKind]
    addresses += [Address(kind, "x", 2) for kind in SECTION_OF]
    paths = {page_path(address, Language("fr")) for address in addresses}
    assert len(paths) == len(addresses)


def test_what_other_sites_show_lies_at_the_same_place_in_all_languages() -> None:
    badge, table = Address(PageKind.BADGE, "p.gens"), Address(PageKind.EMBED, "gens")
    assert str(page_path(badge, Language("fr"))) == "badges/p.gens.fr.svg"
    assert str(page_path(table, Language("en"))) == "embed/gens.en.html"


def test_links_are_relative_and_quoted() -> None:
    link = link_from(PurePosixPath("fr/projets"), PurePosixPath("data/é b.csv"))
    assert link == "../../data/%C3%A9%20b.csv"


@pytest.mark.parametrize("kind", PageKind)
def test_links_by_folder_and_name_are_those_by_path(kind: PageKind) -> None:
    language, address = Language("fr"), Address(kind, "é x", 2)
    for other in PageKind:
        folder = page_folder(other, language)
        way = way_to(folder, kind, language)
        link = way + quote_name(page_name(address, language))
        assert link == link_from(folder, page_path(address, language))
        assert normpath(folder / unquote(link)) == str(page_path(address, language))
