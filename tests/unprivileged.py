"""cvcgen run by someone who may not do everything, even where the tests are run by root.

Root reads and writes whatever it likes by capabilities; without them it is an owner like any
other, whose own permissions count.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@cache
def _prefix() -> tuple[str, ...] | None:
    """What goes before a command so that permissions count; None where nothing does."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() != 0:
        return ()
    program = shutil.which("setpriv")
    if program is None:
        return None
    dropped = (program, "--bounding-set=-all", "--inh-caps=-all")
    tried = subprocess.run([*dropped, "true"], capture_output=True, check=False)
    return dropped if tried.returncode == 0 else None


def run_unprivileged(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command line with those arguments, in English."""
    prefix = _prefix()
    if prefix is None:
        pytest.skip("permissions mean nothing here")
    return subprocess.run(
        [*prefix, sys.executable, "-m", "cvcgen", "--lang", "en", *arguments],
        cwd=ROOT,
        env={**os.environ, "CVCGEN_CACHE": "off", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
