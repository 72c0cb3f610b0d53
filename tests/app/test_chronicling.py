"""The scores of a made history, oldest first."""

from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, history
from tests.building import BASE
from tests.stories import eventful


def test_a_whole_history_says_that_it_is_whole_and_a_part_does_not(tmp_path: Path) -> None:
    made = eventful(tmp_path / "site")
    assert history(made.folder).whole
    assert not history(made.folder, limit=2).whole


def test_a_folder_without_a_history_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "cvcgen.yaml").write_bytes((BASE / "cvcgen.yaml").read_bytes())
    with pytest.raises(EnvironmentFailure) as raised:
        history(tmp_path)
    assert str(tmp_path) in raised.value.message.text(str)
