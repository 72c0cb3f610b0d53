"""Sites on disk for the commands to work on."""

import shutil
from pathlib import Path

import pytest

from tests.building import BASE


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the base site."""
    return Path(shutil.copytree(BASE, tmp_path / "site-folder"))


@pytest.fixture
def faulty(site: Path) -> Path:
    """A site whose one project rates a value that does not exist."""
    project = site / "content/projects/guichet.yaml"
    text = project.read_text("utf-8").replace("rapidite", "rapidte")
    project.write_text(text, "utf-8")
    return site
