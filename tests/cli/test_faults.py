from pathlib import Path

import pytest

from tests.cli.running import cvcgen


@pytest.mark.parametrize("command", ["score", "rank", "build"])
def test_content_with_errors_gives_its_faults_and_nothing_else(
    command: str, faulty: Path
) -> None:
    before = sorted(faulty.rglob("*"))
    ran = cvcgen(command, folder=faulty)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == cvcgen("check", folder=faulty).out
    assert sorted(faulty.rglob("*")) == before
