import pytest

from cvcgen.core.rules import RULES
from tests.cli.running import cvcgen


@pytest.mark.parametrize("word", ["CVC406", "cvc406", "406"])
def test_a_code_is_found_in_every_spelling(word: str) -> None:
    ran = cvcgen("explain", word)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("CVC406 ")
    assert "\nBad\n" in ran.out
    assert "\nGood\n" in ran.out


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_all_rules_are_explained(form: str) -> None:
    out = cvcgen("explain", "--all", "--format", form).out
    assert all(code in out for code in RULES)


def test_several_codes_come_once_in_their_order() -> None:
    out = cvcgen("explain", "406", "101", "cvc406", "--format", "markdown").out
    assert out.index("## CVC406") < out.index("## CVC101")
    assert out.count("## CVC406") == 1


def test_an_unknown_code_names_the_nearest() -> None:
    ran = cvcgen("explain", "CVC4006")
    assert (ran.code, ran.out) == (2, "")
    assert "unknown code «CVC4006» · did you mean `CVC" in ran.err


@pytest.mark.parametrize("arguments", [[], ["406", "--all"]])
def test_codes_or_all_is_what_it_takes(arguments: list[str]) -> None:
    ran = cvcgen("explain", *arguments)
    assert ran.code == 2
    assert "give one code or more, or else --all" in ran.err
