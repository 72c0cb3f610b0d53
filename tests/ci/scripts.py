"""The scripts of ci/, run as a workflow runs them, or imported."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / "ci"


def script(name: str) -> ModuleType:
    """A script as a module, with the others beside it."""
    if str(CI) not in sys.path:
        sys.path.append(str(CI))
    return import_module(name)


def run(
    name: str, *arguments: str | Path, folder: Path, **environ: str
) -> subprocess.CompletedProcess[str]:
    """A script run in that folder, with nothing of our own environment but PATH."""
    path = CI / name
    program = [sys.executable] if path.suffix == ".py" else []
    return subprocess.run(
        [*program, str(path), *map(str, arguments)],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LANG": "en_CA.UTF-8", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def checker(folder: Path) -> str:
    """A command that is this checkout's cvcgen, wherever it is called from."""
    path = folder / "a checker"
    path.write_text(
        "#!/bin/sh\n"
        f"PYTHONPATH='{ROOT}' PYTHONSAFEPATH=1 exec '{sys.executable}' -m cvcgen \"$@\"\n",
        "utf-8",
    )
    path.chmod(0o755)
    return str(path)
