"""Snapshots to catalogues: each fault once, none hidden, none brought about by another."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.app import check_snapshot
from cvcgen.core.model import Kind
from cvcgen.core.rules import RULES
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.snapshot import Refusal
from tests.building import BASE, Content, base_with, files_in, snapshot

CITOYENS = "content/clienteles/citoyens.yaml"
GAIN = "content/rubrics/gain.yaml"
GUICHET = "content/projects/guichet.yaml"
RAPIDITE = "content/values/rapidite.yaml"
BASE_TEXTS = {path: content.decode("utf-8") for path, content in files_in(BASE).items()}
SETTINGS = BASE_TEXTS["cvcgen.yaml"]


def codes(changes: Content, refused: dict[str, Refusal] | None = None) -> list[tuple[str, str]]:
    """File and code of every fault, within files and across them."""
    found = check_snapshot(base_with(changes, refused)).diagnostics
    return [(fault.location.path, fault.code) for fault in found]


def edited(path: str, old: str, new: str) -> dict[str, str]:
    """The base site's file with a piece of it replaced."""
    assert old in BASE_TEXTS[path]
    return {path: BASE_TEXTS[path].replace(old, new)}


def test_the_base_site_has_no_fault() -> None:
    assert codes({}) == []


def test_a_fault_in_one_file_hides_none_of_another() -> None:
    changes = {
        GAIN: "name: [",
        CITOYENS: b"\xff",
        RAPIDITE: "name: no\n",
        "content/values/securite.yaml": "zebra: Sécurité\n",
        **edited(GUICHET, "title", "titel"),
    }
    assert codes(changes) == [
        (CITOYENS, "CVC103"),
        (GUICHET, "CVC302"),
        (GAIN, "CVC106"),
        (RAPIDITE, "CVC115"),
        ("content/values/securite.yaml", "CVC302"),
        ("content/values/securite.yaml", "CVC303"),
    ]


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        (CITOYENS, "name: [", "CVC106"),
        (CITOYENS, "", "CVC301"),
        (CITOYENS, b"\xff\xfe", "CVC103"),
        (GAIN, "a\n\t- b: [", "CVC107"),
        (RAPIDITE, "- a", "CVC301"),
    ],
)
def test_a_record_that_cannot_be_read_is_known_all_the_same(
    path: str, content: str | bytes, code: str
) -> None:
    assert codes({path: content}) == [(path, code)]


@pytest.mark.parametrize("refusal", list(Refusal))
@pytest.mark.parametrize("path", [CITOYENS, GAIN, RAPIDITE, GUICHET, "cvcgen.yaml"])
def test_a_file_that_was_refused_is_told_once_and_known(path: str, refusal: Refusal) -> None:
    assert [where for where, _ in codes({path: None}, {path: refusal})] == [path]


def test_unreadable_records_are_in_the_catalogue_by_name_only() -> None:
    catalogue = load_catalogue(base_with({RAPIDITE: "", CITOYENS: b"\xff"})).catalogue
    assert catalogue.unreadable == {(Kind.VALUE, "rapidite"), (Kind.CLIENTELE, "citoyens")}
    assert "rapidite" in catalogue.ids(Kind.VALUE)
    assert [value.id for value in catalogue.values] == ["accessibilite", "securite"]


@pytest.mark.parametrize(
    "changes",
    [
        edited(GUICHET, "accessibilite: 5", "accessibilite: 5:04"),
        edited(GUICHET, "accessibilite: 5", "accessibilite: fort"),
        edited(GUICHET, "accessibilite: 5", "accessibilite: 4"),
        edited(GUICHET, "accessibilite: 5", "accessibilité: 5"),
        edited(GUICHET, "accessibilite: 5", "accessibilite: {point: 5}"),
        edited(GUICHET, "accessibilite: 5", "<<: {accessibilite: 5}"),
        edited(GUICHET, "accessibilite: 5", "? [accessibilite]\n      : 5"),
        edited(GUICHET, "ratings:", "rating:"),
        edited(GUICHET, "citoyens:", "citoyen:"),
        edited(CITOYENS, "weight: 50", "weight: 51"),
        edited(CITOYENS, "weight: 50", "weight: 50,0"),
        edited(CITOYENS, "weight: 50", "wieght: 50"),
        edited(CITOYENS, "weight: 50", "weight: -50"),
        edited(CITOYENS, "{value: accessibilite, weight: 50}", "accessibilite"),
        edited(CITOYENS, "value: accessibilite", "value: accessibilté"),
        edited(CITOYENS, "value: accessibilite", "valeur: accessibilite"),
        edited(CITOYENS, "rubric: gain", "rubric: gains"),
        edited(CITOYENS, "pyramid:", "pyramide:"),
        edited(CITOYENS, "kind: declared", "kind: declard"),
        edited(CITOYENS, "{kind: declared}", "declared"),
        edited(GAIN, "points: 5", "points: 5%"),
        edited(GAIN, "points: 5", "point: 5"),
        edited(GAIN, "levels:", "level:"),
        edited(RAPIDITE, "fr:", "français:"),
        edited(RAPIDITE, "name: {fr: Rapidité, en: Speed}", "name:"),
        edited("cvcgen.yaml", "languages: [fr, en]", "langages: [fr, en]"),
        edited("cvcgen.yaml", "[fr, en]", "[FR, en]"),
        edited("cvcgen.yaml", "format: 1", "format: '1'"),
        {"content/clientele/citoyens.yaml": BASE_TEXTS[CITOYENS], CITOYENS: None},
        {"content/clienteles/Citoyens.yaml": BASE_TEXTS[CITOYENS], CITOYENS: None},
        {"content/clienteles/citoyens.yml": BASE_TEXTS[CITOYENS], CITOYENS: None},
        {RAPIDITE: None},
        edited(CITOYENS, "weight: 50", "poids: 50"),
        edited(CITOYENS, "weight: 50", "cost: 50"),
        edited(CITOYENS, "weight: 50", "weights: 50"),
        edited(CITOYENS, "value: accessibilite, weight: 50", "accessibilite: 50"),
        edited(CITOYENS, "{kind: declared}", "{kind: declared, total: 10 %}"),
        edited(CITOYENS, "value: rapidite", "value: vitesse"),
        edited(CITOYENS, "value: rapidite", "value: securite"),
        edited(CITOYENS, "{kind: declared}", "{kind: declared, totale: 10}"),
        edited(GAIN, "points: 5", "points: 3"),
        edited(RAPIDITE, "fr: Rapidité, en: Speed", "fr-CA: Rapidité, en: Speed"),
        edited(RAPIDITE, "fr: Rapidité, en: Speed", "nom: Rapidité"),
        edited("cvcgen.yaml", "format: 1", "format: 1\nnoindex: yes"),
        edited(GUICHET, "ratings:", "raters: [a, b]\n    règle: median\n    ratings:"),
        edited(CITOYENS, "rubric:", "échelle:"),
        edited(GUICHET, "ratings:", "cotes:"),
        edited(GUICHET, "ratings:", "zebra:"),
        edited(GUICHET, "scorecards:", "fiches:"),
        edited(GUICHET, "scorecards:", "zebra:"),
        edited(GUICHET, "scorecards:\n  citoyens:\n    ratings:", "ratings:"),
        edited(GUICHET, "scorecards:\n", ""),
        edited(GUICHET, "    ratings:\n", ""),
        edited(GUICHET, "scorecards:\n  citoyens:\n", "scorecards:\n"),
        edited(GUICHET, "scorecards:", "---\nscorecards:"),
        edited(GUICHET, "rapidite: 1", "vitesse: 1"),
        edited(GUICHET, "rapidite: 1", "rapidite: 1\n      why: {fr: a, en: b}"),
        edited(GUICHET, "rapidite: 1", "rapidite: 1\n      why: a"),
        edited(GUICHET, "rapidite: 1", "rapidite: 1\n      points: 1"),
        edited(GUICHET, "{fr: Guichet,", "{fr: Guichet, ou autre,"),
        edited(GUICHET, "scorecards:", "feasibility: yes\nscorecards:"),
        edited(GUICHET, "scorecards:", "feasibility: true\nscorecards:"),
        edited(GAIN, "{points: 5, name: {fr: Fort, en: High}}", "5: Fort"),
        {"content/projects/citoyens.yaml": BASE_TEXTS[CITOYENS], CITOYENS: None},
        {"content/projects/gain.yaml": BASE_TEXTS[GAIN], GAIN: None},
        {"content/values/gain.yaml": BASE_TEXTS[GAIN], GAIN: None},
        {"content/values/guichet.yaml": BASE_TEXTS[GUICHET], GUICHET: None},
        {"content/clienteles/citoyens.json": BASE_TEXTS[CITOYENS], CITOYENS: None},
        {"content/values/rapidite.yaml.txt": BASE_TEXTS[RAPIDITE], RAPIDITE: None},
        {GUICHET: BASE_TEXTS[GUICHET].replace("  ", "\u00a0\u00a0")},
        {
            GUICHET: "".join(
                f"+{line}" for line in BASE_TEXTS[GUICHET].splitlines(keepends=True)
            )
        },
    ],
    ids=repr,
)
def test_one_slip_is_one_fault(changes: Content) -> None:
    assert len(codes(changes)) == 1


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # Two slips that resemble one: what was meant is not known for sure.
        (edited(GUICHET, "scorecards:", "zebra: 5\nscorecard:"), ["CVC302", "CVC302"]),
        (
            edited(GUICHET, "rapidite: 1", "vitesse: 1\n      prix: 1"),
            ["CVC407"] + 2 * ["CVC406"],
        ),
        (edited(CITOYENS, "value: rapidite", "value: rapidté, poid: 5"), ["CVC401", "CVC302"]),
        # A key of a rating that has no value above it.
        (edited(GUICHET, "accessibilite: 5", "why: a"), ["CVC407", "CVC406", "CVC301"]),
        # Not all of its keys are of the other kind.
        ({RAPIDITE: BASE_TEXTS[CITOYENS] + "zebra: 1\n"}, ["CVC302"] * 4),
        ({CITOYENS: "name: a\n"}, ["CVC303"] * 3),
    ],
    ids=repr,
)
def test_two_slips_are_two_faults(changes: Content, found: list[str]) -> None:
    assert [code for _, code in codes(changes)] == found


def test_a_fault_of_the_settings_hides_no_fault_of_texts() -> None:
    changes = {"cvcgen.yaml": SETTINGS + "notise: a\n", RAPIDITE: "name: {en: Speed}\n"}
    assert codes(changes) == [(RAPIDITE, "CVC411"), ("cvcgen.yaml", "CVC302")]


def test_without_readable_languages_no_text_is_judged() -> None:
    changes = {"cvcgen.yaml": "format: 1\ntitle: Cotes\nlanguages: fr\n"}
    assert codes({**changes, RAPIDITE: "name: {en: Speed}\n"}) == [("cvcgen.yaml", "CVC301")]


def test_faults_beside_an_anchor_are_told() -> None:
    changes = edited(GUICHET, "ratings:", "ratings: &all")
    changes = {GUICHET: changes[GUICHET].replace("securite: 3", "securite: trois")}
    assert codes(changes) == [(GUICHET, "CVC109"), (GUICHET, "CVC301")]


def test_a_file_with_more_faults_than_are_told_is_not_used() -> None:
    keys = "".join(f"unknown-{number}: 1\n" for number in range(200))
    found = codes({CITOYENS: BASE_TEXTS[CITOYENS] + keys})
    assert {path for path, _ in found} == {CITOYENS}
    assert len(found) == 101


def test_the_texts_are_those_that_diagnostics_quote() -> None:
    loaded = load_catalogue(base_with({RAPIDITE: b"\xff", GAIN: "name: a\u200bb\n"}))
    assert RAPIDITE not in loaded.texts
    assert loaded.texts[GAIN] == "name: a\ufffdb\n"
    assert loaded.texts["cvcgen.yaml"] == SETTINGS


def test_records_are_sorted_by_id_whatever_the_order_of_files() -> None:
    files = dict(reversed(files_in(BASE).items()))
    assert load_catalogue(snapshot(files)) == load_catalogue(snapshot(files_in(BASE)))


PATHS = st.sampled_from(
    [
        *BASE_TEXTS,
        "content/values/É.yml",
        "content/project/a.yaml",
        "content/x",
        "content/a/b/c",
    ]
)
SNIPPETS = st.sampled_from(
    [
        *"\n\t:-[]{}&*!|>'\"%@`#?,~0é\u200b\ufeff\r😀",
        *(
            "<<: ",
            "*a",
            "&a ",
            "!!str ",
            "---\n",
            "? ",
            "62,5",
            "no",
            "null",
            "1e9",
            "  ",
            "- ",
        ),
        *("fr", "en", "value", "weight", "points", "ratings", "published", "not_concerned"),
    ]
)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A file of the base site with pieces cut out, doubled and put in."""
    text = draw(st.sampled_from(sorted(BASE_TEXTS.values())))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(SNIPPETS) + text[end:]
    return text


@settings(max_examples=150)
@given(
    st.dictionaries(
        PATHS,
        st.binary(max_size=60) | st.text(max_size=60) | mutations() | mutations(),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_the_files_hold_they_are_read_or_told_in_their_place(
    changes: dict[str, str | bytes],
) -> None:
    start = process_time()
    site = base_with({path: as_bytes(content) for path, content in changes.items()})
    checked = check_snapshot(site)
    assert process_time() - start < 5
    files = {str(path): content for path, content in site.files.items()}
    for fault in checked.diagnostics:
        assert RULES[fault.code].severity is fault.severity
        assert fault.message.text(str)
        for place in (fault.location, *(note.location for note in fault.notes)):
            lines = [len(line) for line in lines_of(files[place.path])]
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= lines[place.line - 1] + 1
    assert checked == check_snapshot(site)


def as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def lines_of(content: bytes) -> list[str]:
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@pytest.mark.parametrize(
    "content",
    [
        "[" * 250_000,
        "{a: " * 60_000,
        "a: " + "x" * 250_000,
        "".join(f"key-{number}: {number}\n" for number in range(9_000)),
        "pyramid:\n" + "- {value: a, weight: 0}\n" * 6_000,
        "scorecards:\n" + "".join(f"  c-{number}: 1\n" for number in range(9_000)),
        "? " * 60_000,
        "- " * 60_000,
        "'" * 250_001,
        "&a *a " * 30_000,
        "a: |\n" + " b\n" * 80_000,
        "#" * 250_000,
        "\u200b" * 80_000,
    ],
    ids=lambda content: content[:12],
)
@pytest.mark.parametrize("path", [CITOYENS, GUICHET])
def test_a_hostile_file_costs_little(path: str, content: str) -> None:
    start = process_time()
    assert codes({path: content})
    assert process_time() - start < 8
