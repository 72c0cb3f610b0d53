"""A site to import into."""

import shutil
from pathlib import Path

import pytest

from tests.building import BASE


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the base site."""
    return Path(shutil.copytree(BASE, tmp_path / "site"))
