"""What depends on the language of a page."""

from fractions import Fraction

import pytest

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Language, Text
from cvcgen.publish.voice import Localised, Prose, make_voice
from tests.publish.little_sites import text

FRENCH = make_voice(Language("fr"), Language("fr"))
ENGLISH = make_voice(Language("en"), Language("fr"))
SPANISH = make_voice(Language("es"), Language("fr"))


def test_a_text_in_the_page_s_language_is_not_marked() -> None:
    assert ENGLISH.localise(text("Oui", "Yes")) == Localised("Yes", "en", foreign=False)


def test_a_missing_text_is_the_default_language_s_and_marked() -> None:
    assert ENGLISH.localise(text("Oui :")) == Localised("Oui\u00a0:", "fr", foreign=True)
    assert ENGLISH.localise(text("Oui : x")).text == "Oui\u00a0: x"
    assert ENGLISH.prose(text("*Oui*")) == Prose("*Oui*", "fr", foreign=True)
    assert ENGLISH.prose(None) is None


def test_a_text_in_some_other_language_is_better_than_none() -> None:
    only = Text(((Language("de"), "Ja"),))
    assert ENGLISH.localise(only) == Localised("Ja", "de", foreign=True)
    assert ENGLISH.localise(Text(())).text == ""


def test_unknown_languages_speak_english_and_write_numbers_their_own_way() -> None:
    assert SPANISH.say(message("Method")) == "Method"
    assert SPANISH.percent(Fraction("62.5"), 1) == "62,5\u00a0%"
    assert SPANISH.rank(2, tied=True) == "tied 2nd"


@pytest.mark.parametrize(("count", "said"), [(0, "0 ligne"), (1, "1 ligne"), (2, "2 lignes")])
def test_french_plurals(count: int, said: str) -> None:
    assert FRENCH.many("{count} row", "{count} rows", count) == said


@pytest.mark.parametrize(
    ("octets", "french", "english"),
    [
        (0, "0 octet", "0 bytes"),
        (999, "999 octets", "999 bytes"),
        (1234, "1,2\N{NO-BREAK SPACE}Ko", "1.2 KB"),
        (9_949, "9,9\N{NO-BREAK SPACE}Ko", "9.9 KB"),
        (9_950, "10\N{NO-BREAK SPACE}Ko", "10 KB"),
        (12_345, "12\N{NO-BREAK SPACE}Ko", "12 KB"),
        (999_499, "999\N{NO-BREAK SPACE}Ko", "999 KB"),
        (999_500, "1,0\N{NO-BREAK SPACE}Mo", "1.0 MB"),
        (2_500_000, "2,5\N{NO-BREAK SPACE}Mo", "2.5 MB"),
    ],
)
def test_sizes(octets: int, french: str, english: str) -> None:
    assert FRENCH.size(octets) == french
    assert ENGLISH.size(octets) == english


def test_ranks_and_gains() -> None:
    assert FRENCH.rank(2, tied=True) == "2ᵉ ex\u00a0æquo"
    assert ENGLISH.rank(1, tied=False) == "1st"
    assert FRENCH.gain(Fraction("0.5"), 1) == "+0,5"
    assert ENGLISH.gain(Fraction("-0.5"), 1) == "\N{MINUS SIGN}0.5"


@pytest.mark.parametrize(
    ("share", "said"),
    [("1", "100%"), ("0.67", "67%"), ("0.925", "92.5%"), ("0.9255", "92.6%")],
)
def test_a_share_has_a_decimal_only_where_it_needs_one(share: str, said: str) -> None:
    assert ENGLISH.share(Fraction(share)) == said


@pytest.mark.parametrize(
    ("total", "said"), [("45", "45.0%"), ("62.5", "62.5%"), ("57.143", "57.143%")]
)
def test_a_published_total_has_a_decimal_as_scores_have(total: str, said: str) -> None:
    assert ENGLISH.published_total(Fraction(total)) == said
