"""The names of all use cases, each loaded when somebody asks for it."""

import subprocess
import sys

import pytest

from cvcgen import app

_QUICK = """
import sys
from cvcgen.app import Way, build, EnvironmentFailure
print(*(name for name in ("yaml", "jinja2", "cvcgen.core.changes") if name in sys.modules))
"""


def test_every_name_is_at_home_somewhere() -> None:
    homes = [name for names in app._HOMES.values() for name in names]
    assert sorted(homes) == sorted(app.__all__)
    for name in app.__all__:
        assert getattr(app, name) is not None


def test_another_name_is_none_of_a_module() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        _ = app.bild  # type: ignore[attr-defined]


def test_a_build_loads_late_what_reads_and_compares() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _QUICK], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""
