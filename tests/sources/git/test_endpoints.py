"""What people write to name two states, and what they get."""

from pathlib import Path

import pytest

from cvcgen.sources.git import GitError, read_endpoints
from cvcgen.sources.git.endpoints import Endpoints
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.snapshot import NoSite
from tests.sources.git.histories import SITE, History, state_of

VALUE = "content/values/a.yaml"


@pytest.fixture
def branched(history: History) -> History:
    """`main` with two commits, and `topic`, which left it after the first, with one."""
    history.commit(SITE, "first")
    history.git("branch", "topic")
    history.commit({VALUE: "name: Main\n"}, "on main")
    history.git("checkout", "--quiet", "topic")
    history.commit({VALUE: "name: Topic\n"}, "on topic", author="Grace")
    return history


def texts(ends: Endpoints) -> tuple[str, str]:
    before, after = (
        {str(path): content.decode() for path, content in side.files.items()}
        for side in (ends.before, ends.after)
    )
    return before[VALUE], after[VALUE]


def labels(ends: Endpoints) -> tuple[str, str]:
    return ends.before.origin.label, ends.after.origin.label


def test_by_default_from_where_the_branch_left_main_to_the_working_tree(
    branched: History,
) -> None:
    branched.write({VALUE: "name: Dirty\n"})
    ends = read_endpoints(branched.folder)
    assert texts(ends) == ("name: A\n", "name: Dirty\n")
    assert ends.before.origin.ancestor_of == ("main", "HEAD")
    assert labels(ends) == ("the common ancestor of main and HEAD", "working tree")
    assert [commit.author for commit in ends.commits[VALUE]] == ["Grace"]
    assert ends.uncommitted == {VALUE}


def test_a_clean_tree_has_nothing_uncommitted(branched: History) -> None:
    assert read_endpoints(branched.folder).uncommitted == frozenset()


def test_three_dots_compare_from_where_the_two_parted(branched: History) -> None:
    ends = read_endpoints(branched.folder, "main...topic")
    assert texts(ends) == ("name: A\n", "name: Topic\n")
    assert ends.before.origin.ancestor_of == ("main", "topic")
    assert labels(ends) == ("the common ancestor of main and topic", "topic")


def test_an_ancestor_is_called_so_where_it_is_the_end_of_one_of_the_two(
    branched: History,
) -> None:
    ends = read_endpoints(branched.folder, "topic...")
    assert ends.before.origin.revision == ends.after.origin.revision
    assert labels(ends) == ("the common ancestor of topic and HEAD", "HEAD")


def test_by_default_the_end_of_the_main_branch_has_its_name(branched: History) -> None:
    branched.git("checkout", "--quiet", "main")
    ends = read_endpoints(branched.folder)
    assert ends.before.origin.ancestor_of == ()
    assert labels(ends) == ("main", "working tree")


@pytest.mark.parametrize("words", [("main..topic",), ("main", "topic")])
def test_two_dots_or_two_words_compare_the_two(
    branched: History, words: tuple[str, ...]
) -> None:
    ends = read_endpoints(branched.folder, *words)
    assert texts(ends) == ("name: Main\n", "name: Topic\n")
    assert [commit.subject for commit in ends.commits[VALUE]] == ["on topic"]


def test_one_revision_is_compared_with_the_working_tree(branched: History) -> None:
    ends = read_endpoints(branched.folder, "main")
    assert texts(ends) == ("name: Main\n", "name: Topic\n")
    assert labels(ends) == ("main", "working tree")


def test_in_a_bare_repository_head_stands_for_the_working_tree(
    branched: History, tmp_path: Path
) -> None:
    bare = branched.clone(tmp_path / "bare.git", "--bare")
    for words in ((), ("main...",), ("main",)):
        assert labels(read_endpoints(bare.folder, *words))[1] == "HEAD"
    assert texts(read_endpoints(bare.folder)) == ("name: A\n", "name: Topic\n")


def test_nothing_is_written_anywhere(branched: History) -> None:
    branched.write({VALUE: "name: Dirty\n"})
    before = state_of(branched.folder)
    read_endpoints(branched.folder)
    read_endpoints(branched.folder, "main...topic")
    assert state_of(branched.folder) == before


def test_a_clone_that_is_cut_off_says_how_to_mend_it(branched: History, tmp_path: Path) -> None:
    shallow = branched.clone(tmp_path / "shallow", "--depth=1", "--no-single-branch")
    with pytest.raises(GitError) as raised:
        read_endpoints(shallow.folder, "origin/main...HEAD")
    assert "--unshallow" in str(raised.value)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("nowhere",), Problem.UNKNOWN_REVISION),
        (("main..topic", "main"), Problem.RANGE_AND_MORE),
        (("main", "..topic"), Problem.RANGE_AND_MORE),
        (("main...topic", "main..topic"), Problem.RANGE_AND_MORE),
        (("main..topic..main",), Problem.BAD_RANGE),
        (("--output=x",), Problem.BAD_REVISION),
        (("HEAD", "-x"), Problem.BAD_REVISION),
    ],
)
def test_what_names_nothing(
    branched: History, words: tuple[str, ...], problem: Problem
) -> None:
    with pytest.raises(GitError) as raised:
        read_endpoints(branched.folder, *words)
    assert raised.value.problem is problem


def test_a_range_and_a_revision_say_how_to_write_two_states(branched: History) -> None:
    with pytest.raises(GitError) as raised:
        read_endpoints(branched.folder, "main..topic", "main")
    assert str(raised.value) == (
        "a range and a further revision are given, `main..topic` and `main`; write two states"
        " alone, as `A B` or as `A..B`"
    )


def test_a_revision_or_a_folder_without_a_site(branched: History) -> None:
    branched.commit({"cvcgen.yaml": None}, "no site")
    with pytest.raises(GitError) as raised:
        read_endpoints(branched.folder, "HEAD~1..HEAD")
    assert raised.value.problem is Problem.NO_SITE
    with pytest.raises(NoSite):
        read_endpoints(branched.folder, "HEAD~1")
    branched.write({"cvcgen.yaml": "format: 1\n"})
    ends = read_endpoints(branched.folder, "HEAD~1")
    assert ends.uncommitted == {"cvcgen.yaml", VALUE}
