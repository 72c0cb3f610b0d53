from fractions import Fraction

import pytest

from cvcgen.core.model import Language, Site, Text
from tests.reports.samples import reader, text

SITE = Site(text("Cote"), (Language("fr"), Language("en")))


@pytest.mark.parametrize(
    ("language", "rank", "tied", "said"),
    [
        ("en", 1, False, "1st"),
        ("en", 2, True, "tied 2nd"),
        ("en", 3, False, "3rd"),
        ("en", 11, False, "11th"),
        ("en", 113, False, "113th"),
        ("en", 22, False, "22nd"),
        ("fr", 1, False, "1ᵉʳ"),
        ("fr", 1, True, "1ᵉʳ ex æquo"),
        ("fr", 2, True, "2ᵉ ex æquo"),
    ],
)
def test_ranks_are_said(language: str, rank: int, tied: bool, said: str) -> None:
    assert reader(language).ordinal(rank, tied) == said


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert reader("en").percent(Fraction("62.5"), 1) == "62.5%"
    assert reader("fr").percent(Fraction("62.5"), 1) == "62,5\xa0%"


def test_a_plain_number_is_exact() -> None:
    numbers = [Fraction(3), Fraction("2.5"), Fraction(1, 3), Fraction("0.00001")]
    assert [reader().plain(number) for number in numbers] == ["3", "2.5", "1/3", "1/100000"]


def test_a_text_without_the_language_falls_back_on_the_site_s_first() -> None:
    both = text("Valeur", "Value")
    assert reader("en").text(both, SITE) == "Value"
    assert reader("en").text(text("Valeur"), SITE) == "Valeur"
    assert reader("en").text(Text(((Language("es"), "Valor"),)), SITE) == "Valor"
    assert reader("en").text(Text(()), SITE) == ""
