from pathlib import Path

import pytest

from tests.cli.running import cvcgen
from tests.conftest import CompareGolden

EXPECTED = Path(__file__).parent / "help"
OF_READERS = [
    "check",
    "explain",
    "score",
    "rank",
    "diff",
    "history",
    "build",
    "serve",
    "textconv",
]
OF_CONTRIBUTORS = ["init", "new", "export", "import", "fmt", "schema"]
COMMANDS = ["", *OF_READERS, *OF_CONTRIBUTORS]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_reads_as_it_was_written(
    command: str, language: str, golden: CompareGolden
) -> None:
    words = [command] if command else []
    ran = cvcgen("--lang", language, *words, "--help", environ={"COLUMNS": "80"})
    assert (ran.code, ran.err) == (0, "")
    golden(EXPECTED / f"{command or 'cvcgen'}.{language}.txt", ran.out)
