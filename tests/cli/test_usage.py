import click
import pytest

from cvcgen.cli.usage import usage_text
from cvcgen.phrases import load_phrases
from tests.cli.running import cvcgen


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--strct"], "unknown option --strct · did you mean `--strict`?"),
        (["rank", "--language", "fr"], "unknown option --language · did you mean `--lang`?"),
        (["--colr", "never", "check"], "unknown option --colr · did you mean `--color`?"),
        (["explain", "--zz"], "unknown option --zz\n"),
        (["check", "--format"], "option --format needs a value"),
        (["check", "--strict=1"], "option --strict takes no value"),
        (["check", "one"], "one argument too many: one\n"),
        (["check", "one", "two"], "too many arguments: one two\n"),
        (["check", str(__file__)], f"too many: {__file__} · the whole site is read, never a"),
        (["rank", "--format", "x\x1b"], r"not «x\x1b»"),
        (
            ["history", "--limit", "0"],
            "--limit takes a whole number of 1 or more, not «0»",
        ),
        (
            ["history", "--limit", "few"],
            "--limit takes a whole number of 1 or more, not «few»",
        ),
        (["build", "--jobs", "0"], "--jobs takes a whole number from 1 to 64, not «0»"),
        (["build", "-j", "-1"], "--jobs takes a whole number from 1 to 64, not «-1»"),
        (["build", "-j", "abc"], "--jobs takes a whole number from 1 to 64, not «abc»"),
        (["rank", "--format", "xml"], "--format takes text, json, csv, markdown, not «xml»\n"),
        (["rank", "--format", "txt"], "not «txt» · did you mean `text`?\n"),
        (["new"], "error: KIND is missing: project, clientele, value, rubric\n"),
        (["new", "project"], "error: NAME is missing\n"),
        (["export"], "error: KIND is missing: grid\n"),
        (["export", "gird"], "KIND takes grid, not «gird» · did you mean `grid`?\n"),
        (["new", "projet", "X"], "rubric, not «projet» · did you mean `project`?\n"),
    ],
)
def test_a_wrong_command_line_is_said_in_our_words(arguments: list[str], said: str) -> None:
    ran = cvcgen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "usage error: " in ran.err
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["history", "--limit", "0"],
            "--limit admet un nombre entier, 1 ou plus, et non «\xa00\xa0»",
        ),
        (["build", "-j", "0"], "--jobs admet un nombre entier de 1 à 64, et non «\xa00\xa0»"),
        (["new"], "il manque GENRE\xa0: project, clientele, value, rubric"),
        (
            ["export", "gird"],
            "GENRE admet grid, et non «\xa0gird\xa0» · vouliez-vous écrire `grid`?",
        ),
        (
            ["rank", "--language"],
            "option inconnue\xa0: --language · vouliez-vous écrire `--lang`?",
        ),
    ],
)
def test_a_wrong_command_line_is_said_in_french_too(arguments: list[str], said: str) -> None:
    ran = cvcgen("--lang", "fr", *arguments)
    assert ran.err.splitlines()[0] == (
        f"cvcgen {arguments[0]}\xa0: erreur d’utilisation\xa0: {said}"
    )


def test_words_of_click_that_we_do_not_know_are_kept() -> None:
    error = click.UsageError("Something new.")
    assert usage_text(error, load_phrases("en")) == (
        "cvcgen: usage error: Something new.\n`cvcgen --help` says what it takes.\n"
    )
