"""LibreOffice without a window: workbooks computed by a real spreadsheet program."""

import csv
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.spreadsheets.making import rezipped

SOFFICE = shutil.which("soffice")
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
"""Cells apart by `;`, in UTF-8, one file for each sheet."""
_SHOWN_BEFORE = re.compile(rb"(</f>)<v>[^<]*</v>")
_TYPE_OF_FORMULA = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?) t="str"(><f>)')


def require_libreoffice() -> str:
    """The program; without it the test is skipped, but never in continuous integration."""
    if SOFFICE is None:
        reason = "needs LibreOffice Calc: scripts/set-up-browser installs it where it may"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return SOFFICE


def forgotten(workbook: Path) -> bytes:
    """The workbook without the values that it says its formulas have."""
    changes: dict[str, bytes | None] = {}
    with ZipFile(workbook) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                bare = _SHOWN_BEFORE.sub(rb"\1", archive.read(name))
                changes[name] = _TYPE_OF_FORMULA.sub(rb"\1\2", bare)
    assert changes
    return rezipped(workbook.read_bytes(), changes)


def computed(*workbooks: Path) -> Mapping[str, list[list[str]]]:
    """Each sheet as LibreOffice computes and shows it, by `file-sheet`."""
    folder = workbooks[0].parent / "computed"
    profile = workbooks[0].parent / "profile"
    command = [
        require_libreoffice(),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--convert-to", ALL_SHEETS, "--outdir", str(folder)),
        *map(str, workbooks),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            found[path.stem] = list(csv.reader(stream, delimiter=";"))
    assert found, ran.stdout
    return found
