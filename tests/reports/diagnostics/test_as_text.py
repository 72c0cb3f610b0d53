from cvcgen.core.diagnostics import Location
from cvcgen.reports.diagnostics.as_text import place_text, report
from cvcgen.reports.media.terminal import Palette
from tests.reports.diagnostics.faults import HOSTILE, LATER, TEXTS, UNKNOWN
from tests.reports.samples import ENGLISH, FRENCH


def test_a_fault_is_shown_with_both_places_and_a_hint() -> None:
    assert (
        report([UNKNOWN], TEXTS, ENGLISH)
        == """\
content/projects/rappel.yaml:3:3: error[CVC406] unknown value «rapidte»
 3 |   rapidte: 3
   |   ^^^^^^^
   = note: content/clienteles/citoyens.yaml:1:1: in the pyramid
 1 | pyramid:
   | ^^^^^^^
   = hint: did you mean `rapidite`?

1 error in 1 file
"""
    )


def test_a_french_reader_gets_french_labels() -> None:
    lines = report([UNKNOWN, LATER], TEXTS, FRENCH).splitlines()
    assert lines[0].startswith("content/projects/rappel.yaml:3:3: erreur[CVC406] ")
    assert "   = note\xa0: content/clienteles/citoyens.yaml:1:1: dans la pyramide" in lines
    assert lines[-1] == "1 erreur, 1 avertissement dans 1 fichier"


def test_a_file_without_a_text_is_named_alone() -> None:
    assert report([LATER], {}, ENGLISH) == (
        "content/projects/rappel.yaml:9:1: warning[CVC101] late\n\n1 warning in 1 file\n"
    )


def test_nothing_wrong_is_one_line() -> None:
    assert report([], TEXTS, ENGLISH) == "no fault in 2 files\n"


def test_what_contributors_write_does_nothing() -> None:
    written = report([HOSTILE], {HOSTILE.location.path: "##vso[x]\x1b[2J\n"}, ENGLISH)
    assert written == (
        "a b:,%é\\u{a}.yaml:1:1: error[CVC101] bad \\u{1b}]0;x\\u{7} "
        "#\\u{23}[error]y\\u{a}\\u{3a}:error::z, 100 % {0} [a](b)\n"
        " 1 | #\\u{23}vso[x]\\u{1b}[2J\n"
        "   | ^\n\n1 error in 1 file\n"
    )


def test_colours_surround_words_and_change_none() -> None:
    coloured = report([UNKNOWN], TEXTS, ENGLISH, Palette(True))
    plain = report([UNKNOWN], TEXTS, ENGLISH)
    assert "\x1b[1;31merror[CVC406]\x1b[0m" in coloured
    for ink in ("1;31", "1;33", "1;36", "1", "2", "0"):
        coloured = coloured.replace(f"\x1b[{ink}m", "")
    assert coloured == plain


def test_a_fault_of_the_whole_site_has_a_place() -> None:
    assert place_text(Location("")) == ".:1:1"


def test_a_cell_is_named_as_spreadsheets_name_it() -> None:
    assert place_text(Location("grids.xlsx[One]", 7, 20, cell="C7")) == "grids.xlsx[One]!C7"
