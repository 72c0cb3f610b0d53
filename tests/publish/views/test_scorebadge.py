"""Pictures of scores for other sites."""

import re
from fractions import Fraction
from xml.etree import ElementTree

import pytest

from cvcgen.core.model import (
    Catalogue,
    ClienteleId,
    Feasibility,
    Provenance,
    Weights,
    WeightsKind,
)
from cvcgen.publish.views.scorebadge import measure
from tests.publish.little_sites import (
    catalogue,
    clientele,
    not_concerned,
    pages,
    project,
    published,
    rated,
    text,
)

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'A & B <script>alert(1)</script> " onload="x'


def site() -> Catalogue:
    group = clientele("gens", {"a": "60", "b": "40"})
    return catalogue(
        [group],
        [
            project("first", rated("gens", {"a": "5", "b": "3"})),
            project("second", rated("gens", {"a": "3", "b": "3"})),
            project("tied", rated("gens", {"a": "3", "b": "3"})),
            project("partial", rated("gens", {"a": "3", "b": None})),
            project(
                "impossible", published("gens", "50"), feasibility=Feasibility.NOT_FEASIBLE
            ),
            project("nothing", rated("gens", {"a": "n/a", "b": "n/a"})),
            project("other", not_concerned("gens")),
            project("made-up", published("gens", "10"), provenance=Provenance.ILLUSTRATIVE),
        ],
    )


def picture(made: Catalogue, name: str, language: str = "fr") -> ElementTree.Element:
    return ElementTree.fromstring(pages(made)[f"badges/{name}.gens.{language}.svg"])


def said(made: Catalogue, name: str, language: str = "fr") -> list[str]:
    return [found.text or "" for found in picture(made, name, language).iter(f"{SVG}text")]


def title(made: Catalogue, name: str, language: str = "fr") -> str:
    return picture(made, name, language).findtext(f"{SVG}title") or ""


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("first", "84,0\N{NO-BREAK SPACE}% · 1ᵉʳ sur 4", "84.0% · 1st of 4"),
        (
            "second",
            "60,0\N{NO-BREAK SPACE}% · 2ᵉ ex\N{NO-BREAK SPACE}æquo sur 4",
            "60.0% · tied 2nd of 4",
        ),
        (
            "partial",
            "entre 36,0\xa0% et\xa076,0\xa0% · non classé",
            "between 36.0% and\xa076.0% · not ranked",
        ),
        ("impossible", "50,0\N{NO-BREAK SPACE}% · non classé", "50.0% · not ranked"),
        ("nothing", "aucune cote · non classé", "no score · not ranked"),
    ],
)
def test_it_says_the_score_and_the_rank_or_that_there_is_none(
    name: str, french: str, english: str
) -> None:
    assert said(site(), name) == ["Gens", french]
    assert said(site(), name, "en") == ["Gens (en)", english]
    assert title(site(), name) == f"Gens\N{NO-BREAK SPACE}: {french}"


def test_who_is_not_concerned_has_no_picture() -> None:
    assert "badges/other.gens.fr.svg" not in pages(site())


def test_its_description_names_the_project_and_the_site() -> None:
    found = picture(site(), "partial", "en").findtext(f"{SVG}desc")
    assert found == (
        "Customer value score of the project “Project partial”: "
        "not ranked: some values are not rated yet. Source: Trial site"
    )


@pytest.mark.parametrize("of", ["project", "clientele", "weights"])
def test_made_up_data_are_said_in_the_picture_and_its_title(of: str) -> None:
    more = {"provenance": Provenance.ILLUSTRATIVE}
    group = clientele("gens", {"a": "1"}, **(more if of == "clientele" else {}))
    if of == "weights":
        group = type(group)(
            ClienteleId("gens"),
            group.name,
            group.rubric,
            Weights(WeightsKind.ILLUSTRATIVE, Fraction(1)),
            group.pyramid,
        )
    plan = project("p", rated("gens", {"a": "5"}), **(more if of == "project" else {}))
    made = catalogue([group], [plan])
    assert said(made, "p")[-1] == "données illustratives"
    assert title(made, "p").endswith("– données illustratives")


def test_it_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    made = catalogue(
        [clientele("gens", {"a": "1"})],
        [project("p", rated("gens", {"a": "5"}), title=text(HOSTILE))],
        title=text(HOSTILE),
    )
    source = pages(made)["badges/p.gens.fr.svg"]
    root = ElementTree.fromstring(source)
    assert HOSTILE in (root.findtext(f"{SVG}desc") or "")
    assert {found.tag for found in root.iter()} == {
        SVG + name for name in ("svg", "title", "desc", "rect", "text")
    }
    names = {name for found in root.iter() for name in found.attrib}
    assert not {n for n in names if n.startswith("on") or n in {"style", "href", "class"}}
    assert root.attrib["role"] == "img"
    ids = {found.attrib["id"] for found in root.iter() if "id" in found.attrib}
    assert set(root.attrib["aria-labelledby"].split()) == ids
    assert re.findall(r"https?://\S+", source) == ['http://www.w3.org/2000/svg"']


def test_its_fields_stand_side_by_side_and_hold_their_texts() -> None:
    root = picture(site(), "made-up")
    left = 0
    texts = list(root.iter(f"{SVG}text"))
    for field, words in zip(root.iter(f"{SVG}rect"), texts, strict=True):
        assert int(field.attrib["x"]) == left
        width, length = int(field.attrib["width"]), int(words.attrib["textLength"])
        assert int(words.attrib["x"]) + length + 8 == left + width
        assert length >= 5 * len(words.text or "")
        left += width
    assert left == int(root.attrib["width"])


def test_a_long_name_is_cut_in_the_picture_and_whole_in_its_title() -> None:
    name = "Personnes " * 12
    group = clientele("gens", {"a": "1"})
    group = type(group)(
        group.id, text(name.strip()), group.rubric, group.weights, group.pyramid
    )
    made = catalogue([group], [project("p", rated("gens", {"a": "5"}))])
    assert len(said(made, "p")[0]) == 48
    assert title(made, "p").startswith(name.strip())


def test_characters_newer_than_this_python_get_the_room_they_have_in_any() -> None:
    """These are of the years after Python 3.11, whose tables hold them all for wide."""
    assert measure("\U0001fae9") == measure("\U0001f600") == measure("水")
    assert measure("\U0001cc00") == measure("a")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_its_colours_stand_apart() -> None:
    root = picture(site(), "made-up")
    pairs = list(zip(root.iter(f"{SVG}rect"), root.iter(f"{SVG}text"), strict=True))
    assert len(pairs) == 3
    for field, words in pairs:
        dark, light = sorted(luminance(found.attrib["fill"]) for found in (field, words))
        assert (light + 0.05) / (dark + 0.05) >= 4.5
