"""No test sees the configuration, the home or the repository of whoever runs it."""

import os
from pathlib import Path

import pytest

from tests.sources.git.histories import History


@pytest.fixture(autouse=True)
def isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return home


@pytest.fixture
def history(tmp_path: Path) -> History:
    """An empty repository, on the branch `main`."""
    return History.start(tmp_path / "repository")
