"""Which commit made which change: the last to change that very value."""

from pathlib import Path

import pytest

from cvcgen.sources import makers
from cvcgen.sources.git import read_endpoints
from cvcgen.sources.makers import find_makers
from tests.sources.git.conftest import history, isolated  # noqa: F401 - fixtures
from tests.sources.git.histories import SITE, History

PATH = "content/projects/a.yaml"
START = """title: A
description: One.
scorecards:
  citoyens:
    ratings:
      vite: 1
      clair: {points: 1, why: Because.}
pyramid:
  - {value: vite, weight: 60}
  - {value: clair, weight: 40}
"""
FAST, CLEAR = "/scorecards/citoyens/ratings/vite", "/scorecards/citoyens/ratings/clair"


def edited(*pairs: tuple[str, str]) -> dict[str, str]:
    text = START
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {PATH: text}


def made(history: History, *pointers: str, base: str = "first") -> dict[str, str]:  # noqa: F811
    """The subject of the commit behind each change since the tag; `-` for the working tree."""
    ends = read_endpoints(history.folder, base, None)
    sides = (ends.before.files, ends.after.files)
    places = {PATH: frozenset(pointers)}
    found = find_makers(ends.repository, ends.commits, places, sides).get(PATH, {})
    return {name: touch.subject if touch else "-" for name, touch in found.items()}


@pytest.fixture
def begun(history: History) -> History:  # noqa: F811
    history.commit({**SITE, PATH: START}, "start")
    history.git("tag", "first")
    return history


FASTER, CLEARER = ("vite: 1", "vite: 3"), ("{points: 1", "{points: 5")


def test_each_change_has_its_own_commit(begun: History) -> None:
    begun.commit(edited(FASTER), "faster")
    begun.commit(edited(FASTER, CLEARER), "clearer")
    begun.commit(edited(FASTER, CLEARER, ("One.", "Two.")), "words")
    assert made(begun, FAST, CLEAR, "/description") == {
        FAST: "faster",
        CLEAR: "clearer",
        "/description": "words",
    }


def test_the_last_of_several_changes_of_a_value_made_it(begun: History) -> None:
    begun.commit(edited(("vite: 1", "vite: 5")), "too much")
    begun.commit(edited(FASTER), "faster")
    assert made(begun, FAST) == {FAST: "faster"}


def test_moving_and_reformatting_a_line_is_no_change(begun: History) -> None:
    begun.commit(edited(FASTER), "faster")
    begun.commit(
        edited(FASTER, ("      vite: 3\n", "      # a remark\n      vite:   3\n")), "tidy"
    )
    assert made(begun, FAST) == {FAST: "faster"}


def test_a_reason_that_was_added_later_did_not_change_the_points(begun: History) -> None:
    begun.commit(edited(FASTER), "faster")
    begun.commit(edited(("vite: 1", "vite: {points: 3, why: Measured.}")), "why")
    assert made(begun, FAST, f"{FAST}/why") == {FAST: "faster", f"{FAST}/why": "why"}


def test_an_item_of_a_list_is_followed_to_its_new_place(begun: History) -> None:
    heavier = (("weight: 60", "weight: 70"), ("weight: 40", "weight: 30"))
    swapped = "  - {value: clair, weight: 30}\n  - {value: vite, weight: 70}\n"
    begun.commit(edited(*heavier), "weigh")
    order = "  - {value: vite, weight: 70}\n  - {value: clair, weight: 30}\n"
    begun.commit(edited(*heavier, (order, swapped)), "swap")
    assert made(begun, "/pyramid/0", "/pyramid/1") == {
        "/pyramid/0": "weigh",
        "/pyramid/1": "weigh",
    }


def test_what_is_not_committed_has_no_commit(begun: History) -> None:
    begun.commit(edited(FASTER), "faster")
    begun.write(edited(FASTER, CLEARER))
    assert made(begun, FAST, CLEAR) == {FAST: "faster", CLEAR: "-"}


def test_a_value_that_went_was_taken_away_by_somebody(begun: History) -> None:
    begun.commit(edited(("      vite: 1\n", "")), "remove")
    begun.commit(edited(("      vite: 1\n", ""), CLEARER), "clearer")
    assert made(begun, FAST) == {FAST: "remove"}


def test_a_merge_made_only_what_none_of_its_parents_has(begun: History) -> None:
    begun.git("checkout", "--quiet", "-b", "topic")
    begun.commit(edited(FASTER), "faster")
    begun.git("checkout", "--quiet", "main")
    begun.commit(edited(CLEARER), "clearer")
    begun.merge("topic", edited(FASTER, ("{points: 1", "{points: 3")), "merge")
    assert made(begun, FAST, CLEAR) == {FAST: "faster", CLEAR: "merge"}


def test_a_broken_version_in_between_hides_nothing(begun: History) -> None:
    begun.commit(edited(FASTER), "faster")
    begun.commit({PATH: "title: [\n"}, "break")
    begun.commit(edited(FASTER), "mend")
    assert made(begun, FAST) == {FAST: "mend"}


def test_only_so_many_commits_are_looked_at(
    begun: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(makers, "MOST_COMMITS", 1)
    begun.commit(edited(FASTER), "faster")
    begun.commit(edited(FASTER, CLEARER), "clearer")
    assert made(begun, FAST, CLEAR) == {CLEAR: "clearer"}


def test_a_file_that_nobody_touched_has_no_maker(begun: History) -> None:
    assert find_makers(begun.repository, {}, {PATH: frozenset({FAST})}, ({}, {})) == {}


def test_a_clone_that_lacks_the_older_commits_tells_nothing(
    begun: History, tmp_path: Path
) -> None:
    begun.commit(edited(FASTER), "faster")
    tip = begun.commit(edited(FASTER, CLEARER), "clearer")
    shallow = begun.clone(tmp_path / "clone", "--depth=1")
    commits = {PATH: (begun.at(tip),)}
    places = {PATH: frozenset({FAST})}
    assert find_makers(shallow.repository, commits, places, ({}, {})) == {}
