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


def test_words_of_click_that_we_do_not_know_are_kept() -> None:
    error = click.UsageError("Something new.")
    assert usage_text(error, load_phrases("en")) == (
        "cvcgen: usage error: Something new.\n`cvcgen --help` says what it takes.\n"
    )
