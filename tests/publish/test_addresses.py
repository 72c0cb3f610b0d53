"""Where pages lie, and the links between them."""

from pathlib import PurePosixPath

import pytest

from cvcgen.core.model import Language
from cvcgen.publish.addresses import Address, PageKind, page_path, relative_link


@pytest.mark.parametrize(
    ("kind", "record", "french", "english"),
    [
        (PageKind.HOME, "", "fr/index.html", "en/index.html"),
        (PageKind.RANKING, "x", "fr/classements/x.html", "en/rankings/x.html"),
        (PageKind.PROJECT, "x", "fr/projets/x.html", "en/projects/x.html"),
        (PageKind.CLIENTELE, "x", "fr/clienteles/x.html", "en/clienteles/x.html"),
        (PageKind.VALUE, "x", "fr/valeurs/x.html", "en/values/x.html"),
        (PageKind.RUBRIC, "x", "fr/echelles/x.html", "en/rubrics/x.html"),
        (PageKind.VALUES, "", "fr/valeurs/index.html", "en/values/index.html"),
        (PageKind.METHOD, "", "fr/methode.html", "en/method.html"),
        (PageKind.DATA, "", "fr/donnees.html", "en/data.html"),
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
    addresses = [Address(kind, "x", number) for kind in PageKind for number in (1, 2)]
    numbered = {PageKind.HOME, PageKind.METHOD, PageKind.DATA}
    paths = [
        page_path(address, Language("fr"))
        for address in addresses
        if address.number == 1 or address.kind not in numbered
    ]
    sections = {str(path) for path in paths}
    # a section's list has no id, so that here it takes the place of a record called x
    assert len(sections) == 3 + 2 * 5


def test_links_are_relative_and_quoted() -> None:
    link = relative_link(PurePosixPath("fr/projets/a.html"), PurePosixPath("data/é b.csv"))
    assert link == "../../data/%C3%A9%20b.csv"
