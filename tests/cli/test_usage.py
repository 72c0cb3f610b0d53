import click
import pytest

from cvcgen.cli.usage import usage_text
from cvcgen.phrases import load_phrases
from tests.cli.running import cvcgen


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--strct"], "unknown option --strct"),
        (["check", "--format"], "option --format needs a value"),
        (["check", "--strict=1"], "option --strict takes no value"),
        (["check", "one", "two"], "one argument too many: one two"),
        (["rank", "--format", "x\x1b"], r"not «x\x1b»"),
        (["history", "--limit", "0"], "--limit takes a number in the range x>=1, not «0»"),
        (["history", "--limit", "few"], "--limit takes a whole number, not «few»"),
        (
            ["rank", "--format", "xml"],
            "--format takes 'text', 'json', 'csv', 'markdown', not «xml»",
        ),
    ],
)
def test_a_wrong_command_line_is_said_in_our_words(arguments: list[str], said: str) -> None:
    ran = cvcgen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "usage error: " in ran.err
    assert said in ran.err


def test_a_number_out_of_range_is_said_in_french_too() -> None:
    ran = cvcgen("--lang", "fr", "history", "--limit", "0")
    assert "--limit admet un nombre de l’intervalle x>=1, et non «\xa00\xa0»" in ran.err


def test_words_of_click_that_we_do_not_know_are_kept() -> None:
    error = click.UsageError("Something new.")
    assert usage_text(error, load_phrases("en")) == (
        "cvcgen: usage error: Something new.\n`cvcgen --help` says what it takes.\n"
    )
