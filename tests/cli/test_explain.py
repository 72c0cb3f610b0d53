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


def test_a_rule_is_found_by_its_name_as_it_is_printed() -> None:
    ran = cvcgen("explain", "weights-sum")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == cvcgen("explain", "CVC405").out


def test_a_misspelt_name_names_the_nearest() -> None:
    ran = cvcgen("explain", "weights-sun")
    assert ran.code == 2
    assert "unknown code «weights-sun» · did you mean `weights-sum`?" in ran.err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "unknown code «CVC60» · known here: "),
        ("fr", "«\xa0CVC60\xa0» · possible ici\xa0: "),
    ],
)
def test_the_codes_that_begin_so_are_listed(language: str, said: str) -> None:
    ran = cvcgen("--lang", language, "explain", "CVC60")
    begun = [code for code in RULES if code.startswith("CVC60")]
    assert len(begun) > 5
    assert said + ", ".join(f"`{code}`" for code in begun) + "\n" in ran.err
