"""A site to preview, and previews of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cvcgen.app.livesite import LiveSite, rebuild
from tests.building import BASE
from tests.serving.previews import Running, running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the base site."""
    return Path(shutil.copytree(BASE, tmp_path / "site-folder"))


@pytest.fixture
def live(site: Path) -> LiveSite:
    """Its first state."""
    return rebuild(site)


@pytest.fixture
def preview(site: Path) -> Iterator[Running]:
    """A preview of the base site, in English."""
    with running(site) as started:
        yield started
