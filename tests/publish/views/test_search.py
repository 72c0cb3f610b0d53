"""The search page and its data."""

import json
import time
from dataclasses import replace

import pytest

from cvcgen.core.model import Catalogue
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.search import _plain, search_data, view_search
from tests.publish.little_sites import catalogue, clientele, context, project, rated, text

HOSTILE = "</script><script>alert(1)</script> \u2028 \u2029 ]]> \\"


def site() -> Catalogue:
    return catalogue(
        [
            clientele(
                "gens", {"a": "100"}, description=text("Des gens.\n\nDavantage.", "People")
            )
        ],
        [
            project("p", rated("gens", {"a": "1"}), title=text("Œuvre", "Work")),
            project("q", title=text("École", "School"), summary=text("Un *mot*, [lié](b).")),
            project("r", title=text("24 h", "24 h"), summary=text(HOSTILE)),
        ],
    )


def rows(language: str) -> list[list[str]]:
    made = search_data(context(site(), language, PageKind.SEARCH)).content.decode()
    assert made.startswith("var cvcgenEntries = [\n")
    assert made.endswith("];\n")
    found: list[list[str]] = json.loads(made.removeprefix("var cvcgenEntries = ")[:-2])
    return found


def test_the_list_is_complete_and_by_letter() -> None:
    view = view_search(context(site(), "fr", PageKind.SEARCH))
    listed = {
        group.letter: [f"{entry.record.label}: {entry.kind}" for entry in group.entries]
        for group in view.groups
    }
    assert listed == {
        "#": ["24 h: projet"],
        "E": ["École: projet"],
        "G": ["Gain: échelle de cotation", "Gens: clientèle"],
        "O": ["Œuvre: projet"],
        "V": ["Valeur a: valeur"],
    }
    assert len({group.anchor for group in view.groups}) == len(view.groups)


def test_the_data_are_the_list_with_their_first_words() -> None:
    by_title = {row[0]: row[1:] for row in rows("fr")}
    assert by_title["École"] == ["projet", "projets/q.html", "Un mot, lié.", "", ""]
    assert by_title["Gens"][2] == "Des gens."
    assert by_title["Gain"] == ["échelle de cotation", "echelles/gain.html", "", "", ""]


def test_a_text_of_another_language_says_so() -> None:
    by_title = {row[0]: row[1:] for row in rows("en")}
    assert by_title["School"][3:] == ["", "fr"]


def test_no_text_leaves_the_data() -> None:
    made = search_data(context(site(), "fr", PageKind.SEARCH)).content.decode()
    assert not {"<", "\u2028", "\u2029"} & set(made)
    [text_of] = [row[3] for row in rows("fr") if row[0] == "24 h"]
    assert text_of.startswith("</script><script>alert(1)</script>")


def test_a_change_gives_the_data_another_address() -> None:
    first = view_search(context(site(), "fr", PageKind.SEARCH)).data_href
    changed = replace(site(), projects=())
    assert first.startswith("recherche.js?v=")
    assert view_search(context(changed, "fr", PageKind.SEARCH)).data_href != first


def test_nothing_at_all_is_an_empty_list() -> None:
    empty = replace(catalogue(), rubrics=())
    page = context(empty, "fr", PageKind.SEARCH)
    assert view_search(page).groups == ()
    assert search_data(page).content == b"var cvcgenEntries = [\n\n];\n"


@pytest.mark.parametrize("markdown", ["[" * 50_000, "a" + " " * 50_000 + "b", "[a](" * 20_000])
def test_what_is_searched_is_made_in_one_pass(markdown: str) -> None:
    start = time.process_time()
    _plain(markdown)
    assert time.process_time() - start < 0.5


def test_marks_and_addresses_are_not_searched() -> None:
    assert _plain("# A *b* [c](d)  \nand `e` \n\nno more") == "A b c and e"
