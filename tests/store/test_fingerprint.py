import os
import sys
from importlib import invalidate_caches
from pathlib import Path

import pytest

from cvcgen.store import fingerprint
from cvcgen.store.fingerprint import tool_fingerprint
from tests.test_architecture import OWNERS


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("package", "schemas", "templates"):
        (tmp_path / name / "inside").mkdir(parents=True)
        (tmp_path / name / "inside" / "a.py").write_text("a = 1\n")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr(fingerprint, "schemas_dir", lambda: tmp_path / "schemas")
    monkeypatch.setattr(fingerprint, "templates_dir", lambda: tmp_path / "templates")
    return tmp_path


def test_the_same_tool_is_the_same() -> None:
    assert tool_fingerprint() == tool_fingerprint()


@pytest.mark.parametrize("name", ["package", "schemas", "templates"])
def test_an_edited_file_makes_another_tool(package: Path, name: str) -> None:
    before = tool_fingerprint()
    (package / name / "inside" / "a.py").write_text("a = 22\n")
    assert tool_fingerprint() != before


def test_an_edit_of_the_same_length_makes_another_tool(package: Path) -> None:
    before = tool_fingerprint()
    path = package / "package" / "inside" / "a.py"
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert tool_fingerprint() != before


def test_an_edit_that_keeps_length_and_time_is_told_by_the_systems_own_time() -> None:
    lies = [0, 0, 0, 1, 0, 0, 7, 0, 0, 0]
    one = os.stat_result(lies, {"st_mtime_ns": 5, "st_ctime_ns": 5})
    other = os.stat_result(lies, {"st_mtime_ns": 5, "st_ctime_ns": 6})
    assert fingerprint._describe(one) != fingerprint._describe(other)


def test_links_to_nothing_are_no_part_of_it(package: Path) -> None:
    """As an editor makes them beside a file that somebody edits."""
    before = tool_fingerprint()
    (package / "templates" / ".#a.jinja").symlink_to("somebody@some.machine:4242")
    assert tool_fingerprint() == before


def test_compiled_code_is_no_part_of_it(package: Path) -> None:
    before = tool_fingerprint()
    (package / "package" / "__pycache__").mkdir()
    (package / "package" / "__pycache__" / "a.pyc").write_bytes(b"a")
    assert tool_fingerprint() == before


def test_another_version_makes_another_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    before = tool_fingerprint()
    monkeypatch.setattr(fingerprint, "__version__", "0")
    assert tool_fingerprint() != before


def test_an_installed_package_makes_another_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "site-packages"
    installed.mkdir()
    monkeypatch.setattr("sys.path", [str(installed), str(tmp_path / "none/site-packages")])
    os.utime(installed, ns=(0, 1))
    before = tool_fingerprint()
    os.utime(installed, ns=(0, 2))
    assert tool_fingerprint() != before


def test_a_package_makes_another_tool_wherever_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tmp_path / "libraries/some_renderer/__init__.py"
    first.parent.mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "libraries")
    monkeypatch.setattr(fingerprint, "_PACKAGES", ("some_renderer",))
    found = [tool_fingerprint()]
    for text in ("", "version = 22"):
        first.write_text(text)
        invalidate_caches()
        found.append(tool_fingerprint())
    assert len(set(found)) == len(found)


def test_all_packages_count_but_those_that_make_nothing_that_is_kept() -> None:
    others = {"click", "ruamel", "uvicorn", "watchfiles"}
    outside = set(OWNERS) - sys.stdlib_module_names
    assert outside - others == set(fingerprint._PACKAGES)
