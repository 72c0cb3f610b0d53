"""Two states of a made history, named as a reviewer names them."""

from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, diff, rank_states
from tests.stories import eventful


def test_a_state_differs_in_nothing_from_itself(tmp_path: Path) -> None:
    history = eventful(tmp_path / "site")
    found = diff(history.folder, "HEAD", "HEAD")
    assert found.comparison is not None
    assert (found.comparison.changes, found.files) == ((), ())


def test_a_name_that_git_does_not_know_is_a_failure_that_says_it(tmp_path: Path) -> None:
    history = eventful(tmp_path / "site")
    with pytest.raises(EnvironmentFailure) as raised:
        diff(history.folder, "nowhere")
    assert "nowhere" in raised.value.message.text(str)


def test_weights_of_another_state_leave_the_ratings_alone(tmp_path: Path) -> None:
    history = eventful(tmp_path / "site")
    today = rank_states(history.folder, "HEAD")
    mixed = rank_states(history.folder, "HEAD", "HEAD~3")
    assert mixed.scoreboard is not None
    assert mixed.catalogue.projects == today.catalogue.projects
    assert mixed.catalogue.clienteles == mixed.weights.catalogue.clienteles
    assert mixed.catalogue.clienteles != today.catalogue.clienteles
