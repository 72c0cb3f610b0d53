import pytest

from tests.cli.running import cvcgen


def test_an_unknown_command_names_the_nearest() -> None:
    ran = cvcgen("chek")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "cvcgen: usage error: unknown command «chek» · did you mean `check`?\n"
        "`cvcgen --help` says what it takes.\n"
    )


def test_a_command_far_from_all_lists_them() -> None:
    assert "known here: `build`, `check`, " in cvcgen("zzzz").err


def test_a_hostile_command_is_shown_and_does_nothing() -> None:
    ran = cvcgen("\x1b]0;x\x07\u202e")
    assert ran.code == 2
    assert r"unknown command «\u{1b}]0;x\u{7}\u{202e}»" in ran.err


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_the_commands_in_the_order_of_use(option: str) -> None:
    out = cvcgen(option).out
    listed = out[out.index("Commands:") :].splitlines()[1:]
    first = ["check", "explain", "score", "rank", "diff", "history", "build"]
    names = [*first, "serve", "init", "new", "export", "import", "fmt", "schema", "textconv"]
    assert [line.split()[0] for line in listed] == names
