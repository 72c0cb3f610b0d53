"""What an unset variable of a shell leaves on the command line names nothing."""

from pathlib import Path

import pytest

from tests.building import files_below
from tests.cli.running import cvcgen


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["init", ""], "DIR is missing"),
        (["fmt", ""], "PATH… is missing"),
        (["import", ""], "FILE… is missing"),
        (["textconv", ""], "FILE is missing"),
        (["schema", "--output", ""], "option --output needs a value"),
        (["check", "--output", ""], "option --output needs a value"),
        (["check", "--today", ""], "option --today needs a value"),
        (["check", "--today="], "option --today needs a value"),
        (["build", "-o", ""], "option --output-dir needs a value"),
        (["export", "grid", "x", "--to", ""], "option --to needs a value"),
        (["rank", "--at", ""], "option --at needs a value"),
        (["rank", "--ratings-from", "", "--at", "HEAD"], "option --ratings-from needs a value"),
        (["history", "--since", ""], "option --since needs a value"),
        (["build", "--compare", ""], "option --compare needs a value"),
        (["diff", ""], "BASE is missing"),
        (["diff", "HEAD", ""], "HEAD is missing"),
        (["check", "-C", ""], "option -C needs a value"),
    ],
)
def test_an_empty_name_is_wrong_usage(
    site: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(site)
    before = files_below(site)
    ran = cvcgen(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == f"cvcgen {words[0]}: usage error: {said}"
    assert files_below(site) == before


def test_an_empty_folder_before_the_command_is_wrong_usage() -> None:
    ran = cvcgen("-C", "", "check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == "cvcgen: usage error: option -C needs a value"
