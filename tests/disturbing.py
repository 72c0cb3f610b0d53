"""Runs that are killed or fail at each of their steps, in processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def disturb(driver: Path, mode: str, folder: Path) -> Any:
    """What the driver, a program that kills such runs, says that they left in the folder."""
    ran = subprocess.run(
        [sys.executable, driver, mode, folder],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return json.loads(ran.stdout)
