"""The folders that cvcgen.assets names, in a checkout and as a wheel lays them out."""

import shutil
import subprocess
import sys
from pathlib import Path

from cvcgen.assets import ci_dir, scaffold_dir, schemas_dir, templates_dir

ROOT = Path(__file__).resolve().parent.parent

NAME_BOTH = "from cvcgen.assets import *; print(schemas_dir()); print(templates_dir())"


def named_by_copy_of_package(folder: Path) -> list[str]:
    """What the package lying in this folder calls its two folders, relative to it."""
    (folder / "cvcgen").mkdir(exist_ok=True)
    for name in ("__init__.py", "assets.py"):
        shutil.copy(ROOT / "cvcgen" / name, folder / "cvcgen")
    where = f"import sys; sys.path.insert(0, {str(folder)!r}); "
    command = [sys.executable, "-I", "-c", where + NAME_BOTH]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    return [Path(line).relative_to(folder).as_posix() for line in done.stdout.splitlines()]


def test_this_checkout_uses_its_own_folders() -> None:
    assert schemas_dir() == ROOT / "schemas"
    assert templates_dir() == ROOT / "templates"
    assert ci_dir() == ROOT / "ci"
    assert scaffold_dir() == ROOT / "cvcgen" / "scaffold"


def test_without_packed_assets_the_folders_lie_beside_the_package(tmp_path: Path) -> None:
    assert named_by_copy_of_package(tmp_path) == ["schemas", "templates"]


def test_packed_assets_come_first(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "cvcgen" / "_assets").mkdir(parents=True)
    assert named_by_copy_of_package(tmp_path) == [
        "cvcgen/_assets/schemas",
        "cvcgen/_assets/templates",
    ]
