"""What tells which content is meant is the model's own, and loads without it."""

import subprocess
import sys

from cvcgen.core import model, origin
from tests.building import BASE

_ALONE = "import sys, cvcgen.core.origin; print('cvcgen.core.model' in sys.modules)"


def test_the_model_has_the_very_same() -> None:
    assert (model.Kind, model.Origin) == (origin.Kind, origin.Origin)


def test_it_loads_no_records() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _ALONE], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"


def test_each_family_is_a_folder_of_the_content() -> None:
    folders = {path.name for path in (BASE / "content").iterdir() if path.is_dir()}
    assert folders == set(origin.Kind)


def test_a_commit_has_a_day_and_a_folder_none() -> None:
    committed = origin.Origin("v1", "0" * 40, "2026-11-01T23:30:00-05:00")
    assert (committed.day, origin.Origin("folder").day) == ("2026-11-01", "")
