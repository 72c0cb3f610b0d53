import pytest

from cvcgen.app import score_alone
from cvcgen.reports.margin import report
from cvcgen.reports.reader import make_reader
from tests.building import BASE
from tests.reports.samples import ENGLISH, FRENCH

HEAD = "title: {fr: a, en: a}\nscorecards:\n"


def _with_margin(text: str, phrases: object = ENGLISH) -> str:
    alone = score_alone(BASE, text.encode())
    assert alone is not None
    reader = make_reader(FRENCH if phrases is FRENCH else ENGLISH)
    return report(text, alone.record, alone.scores, reader)


def test_each_rating_says_what_it_brings_and_each_scorecard_its_score() -> None:
    text = HEAD + (
        "  citoyens:\n"
        "    ratings:\n"
        "      accessibilite: 5   # why not\n"
        "      securite:\n"
        "        points: 3\n"
        "      rapidite: 1\n"
    )
    assert _with_margin(text) == HEAD + (
        "  citoyens:    # score 72.0%\n"
        "    ratings:\n"
        "      accessibilite: 5   # why not    # 50.0 of 50.0\n"
        "      securite:\n"
        "        points: 3    # 18.0 of 30.0\n"
        "      rapidite: 1    # 4.0 of 20.0\n"
    )


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_a_note_stands_where_yaml_ends_the_line(end: str) -> None:
    text = HEAD + "  citoyens: {ratings: {accessibilite: 5,\n    securite: 3, rapidite: 1}}\n"
    shown = _with_margin(text.replace("\n", end))
    assert shown.replace(end, "\n") == _with_margin(text)
    assert (
        f"accessibilite: 5,    # citoyens: score 72.0% · accessibilite: 50.0 of 50.0{end}"
        in shown
    )


def test_what_is_not_rated_or_does_not_apply_says_so() -> None:
    text = HEAD + (
        "  citoyens:\n"
        "    ratings:\n"
        "      accessibilite: null\n"
        "      securite: {not_applicable: {fr: a, en: a}}\n"
        "      rapidite: 5\n"
    )
    assert _with_margin(text).splitlines()[2:] == [
        "  citoyens:    # score between 28.6% and 100.0%",
        "    ratings:",
        "      accessibilite: null    # not rated, of 71.4",
        "      securite: {not_applicable: {fr: a, en: a}}    # not applicable",
        "      rapidite: 5    # 28.6 of 28.6",
    ]


def test_ratings_on_one_line_are_named() -> None:
    text = HEAD + "  citoyens: {ratings: {accessibilite: 5, securite: 3, rapidite: 1}}\n"
    assert _with_margin(text).splitlines()[-1].partition("    # ")[2] == (
        "citoyens: score 72.0% · accessibilite: 50.0 of 50.0 · rapidite: 4.0 of 20.0"
        " · securite: 18.0 of 30.0"
    )


def test_a_published_total_and_a_clientele_not_concerned() -> None:
    text = HEAD + "  autres: {not_concerned: {fr: a, en: a}}\n  citoyens: {published: 62.5}\n"
    assert _with_margin(text).splitlines()[2:] == [
        "  autres: {not_concerned: {fr: a, en: a}}",
        "  citoyens: {published: 62.5}    # published score 62.5%",
    ]


def test_ratings_of_another_day_than_the_pyramid_have_no_score() -> None:
    text = HEAD + "  citoyens:\n    ratings:\n      empathie: 5\n"
    note = "no score: it does not fit the pyramid of today"
    assert _with_margin(text).splitlines()[2:] == [
        f"  citoyens:    # {note}",
        "    ratings:",
        "      empathie: 5",
    ]


def test_no_value_applies_is_no_score() -> None:
    not_applicable = "{not_applicable: {fr: a, en: a}}"
    ratings = "".join(
        f"      {value}: {not_applicable}\n"
        for value in ("accessibilite", "securite", "rapidite")
    )
    text = HEAD + f"  citoyens:\n    ratings:\n{ratings}"
    assert "  citoyens:    # no score: no value applies\n" in _with_margin(text)


def test_each_weight_says_its_share() -> None:
    text = (
        "name: {fr: a, en: a}\nrubric: gain\nweights: {kind: equal}\n"
        "pyramid:\n  - {value: accessibilite}\n  - value: securite\n  - {value: rapidite}"
    )
    assert _with_margin(text).splitlines()[4:] == [
        "  - {value: accessibilite}    # 33.3% of the score",
        "  - value: securite    # 33.3% of the score",
        "  - {value: rapidite}    # 33.3% of the score",
    ]


def test_a_french_reader_gets_french_numbers_and_words() -> None:
    text = HEAD + "  citoyens: {published: 62.5}\n"
    assert _with_margin(text, FRENCH).endswith("    # cote publiée 62,5\xa0%\n")
