"""A build that is stopped anywhere leaves the former site or the new one, whole."""

import os
import tempfile
from functools import cache
from pathlib import Path

import pytest

from tests.disturbing import disturb

DRIVER = Path(__file__).with_name("kill_builds.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked builds")


@cache
def disturbed_builds(mode: str) -> dict[str, list[dict]]:
    with tempfile.TemporaryDirectory() as folder:
        return disturb(DRIVER, mode, Path(folder) / "parent")


def lefts(builds: list[dict]) -> set[str]:
    return {build["left"] for build in builds}


def assert_next_build_mends(builds: list[dict]) -> None:
    assert [
        b for b in builds if b["next"] != "new" or b["beside_next"] or not b["mended"]
    ] == []


def test_killed_before_any_step_the_folder_is_old_or_new() -> None:
    ways = disturbed_builds("killed")

    assert lefts(ways["exchange"]) == {"old", "new"}
    assert len(ways["exchange"]) > 80
    for builds in ways.values():
        assert_next_build_mends(builds)


def test_killed_between_two_renames_the_former_site_comes_back() -> None:
    builds = disturbed_builds("killed")["two renames"]

    # Between the renames there is no folder for a moment, and never a torn one.
    assert lefts(builds) == {"old", "new", "none"}
    assert sum(build["left"] == "none" for build in builds) == 1


def test_killed_at_random_instants_the_folder_is_old_or_new() -> None:
    builds = disturbed_builds("random")["exchange"]

    assert lefts(builds) <= {"old", "new"}
    assert len(builds) == 30
    assert_next_build_mends(builds)


@pytest.mark.parametrize("mode", ["disk_full", "interrupted"])
def test_failing_at_any_step_leaves_old_with_an_error_or_new(mode: str) -> None:
    for builds in disturbed_builds(mode).values():
        assert lefts(builds) == {"old", "new"}
        assert_next_build_mends(builds)
        assert {b["left"] for b in builds if b["code"] == 0} <= {"new"}
        # What failed before the new site was in place leaves nothing beside the folder.
        assert [b for b in builds if b["left"] == "old" and b["beside"]] == []


def test_a_full_disk_is_told_whenever_the_site_is_the_former_one() -> None:
    for builds in disturbed_builds("disk_full").values():
        assert {(b["code"], b["left"]) for b in builds} == {(0, "new"), (3, "old")}
