"""The names of all use cases, each loaded when somebody asks for it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cvcgen import app
from tests.building import BASE

_QUICK = """
import sys
from cvcgen.app import Way, build, EnvironmentFailure
print(*(name for name in ("yaml", "jinja2", "cvcgen.core.changes") if name in sys.modules))
"""
_IDLE = """
import sys
from pathlib import Path
from cvcgen.cli.main import main
sys.argv = ["cvcgen", "-q", "-C", sys.argv[1], "build"]
assert main() == 0
heavy = "yaml", "jinja2", "json", "cvcgen.core.model", "cvcgen.publish.output.writer"
print(*(name for name in heavy if name in sys.modules))
"""
_PLAIN = """
import sys
from cvcgen.publish import pages, production
late = "cvcgen.core.changes", "cvcgen.core.trend", "cvcgen.publish.history"
print(*(name for name in late if name in sys.modules))
"""
_CHECKED = """
import sys
from pathlib import Path
from cvcgen import app
checked = app.check(Path(sys.argv[1]))
late = "cvcgen.core.scoring", "cvcgen.core.ranking"
print(len(checked.catalogue.projects), *(name for name in late if name in sys.modules))
"""


def test_another_name_is_none_of_a_module() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        _ = app.bild  # type: ignore[attr-defined]


def test_a_build_loads_late_what_reads_and_compares() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _QUICK], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""


def test_a_build_with_nothing_to_do_loads_nothing_that_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CVCGEN_CACHE", str(tmp_path / "cache"))
    shutil.copytree(BASE, tmp_path / "content")
    command = [sys.executable, "-c", _IDLE, str(tmp_path / "content")]
    loaded = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    assert len(loaded[0]) == 5
    assert loaded[1] == []


def test_a_check_without_published_totals_loads_nothing_that_scores() -> None:
    command = [sys.executable, "-c", _CHECKED, str(BASE)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.split() == [str(len(list(BASE.glob("content/projects/*.yaml"))))]


def test_a_site_that_tells_of_no_change_loads_nothing_that_compares() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PLAIN], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
