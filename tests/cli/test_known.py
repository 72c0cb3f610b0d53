import pytest

from tests.cli.running import cvcgen


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["score", "guiche"], "unknown project «guiche» · did you mean `guichet`?"),
        (["score", "--clientele", "x"], "unknown clientele «x» · known here: `citoyens`"),
        (["score", "gui"], "unknown project «gui» · did you mean `guichet`?"),
        (["rank", "citoyen"], "unknown clientele «citoyen» · did you mean `citoyens`?"),
        (["rank", "../x\n\x1b[2J"], r"unknown clientele «../x" "\n" r"\u{1b}[2J»"),
    ],
)
def test_an_unknown_id_names_the_nearest(arguments: list[str], said: str) -> None:
    ran = cvcgen(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
