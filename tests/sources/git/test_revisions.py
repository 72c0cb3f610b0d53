"""What people write to name a commit, and what they may never make git do."""

import pytest

from cvcgen.sources.git import GitError
from cvcgen.sources.git.errors import Problem
from cvcgen.sources.git.objects import open_objects
from cvcgen.sources.git.revisions import (
    Range,
    default_branch,
    merge_base,
    parse_range,
    resolve,
    revision_at,
)
from tests.sources.git.histories import SITE, History, state_of

HOSTILE = (
    *(
        "--output=canary",
        "-x",
        "--",
        "--all",
        "--end-of-options",
        "-",
        "^HEAD",
        "HEAD^@",
        "HEAD^!",
    ),
    *("@{-1}", "@{u}", "main@{yesterday}", "HEAD@{0}", "@{push}", ":cvcgen.yaml", ":/change"),
    *("HEAD:cvcgen.yaml", "HEAD^{/change}", "HEAD^{tree}", "HEAD^-", "HEAD^{"),
    *("", " ", "main ", " main", "main\n", "main\0", "\nmain", "main\tx", "a b", "main\x7f"),
    *("x" * 10_000, "~", "^", "*", "?", "refs/heads/*", "[a]", "a\\b", "/main", "../main"),
    *(
        "a//b",
        ".hidden",
        "\ud800",
        "HEAD~9999999",
        "main~x",
        "HEAD^{commit}x",
        "$(touch canary)\n",
    ),
)
UNKNOWN = (
    "$(touch${IFS}canary)",
    "`touch;canary`",
    "caf\u00e9",
    "\udcff",
    "0" * 40,
    "é~2",
)


def refused(history: History, revision: str) -> GitError:
    with pytest.raises(GitError) as caught:
        resolve(history.repository, revision)
    return caught.value


@pytest.fixture
def line(history: History) -> list[str]:
    """Three commits on `main`, oldest first, the second one tagged."""
    made = [history.commit(SITE, subject="first", date="2022-01-31")]
    made.append(history.commit({}, subject="second", date="2022-02-01T23:30:00-05:00"))
    history.git("tag", "-a", "v1", "-m", "a tag")
    made.append(history.commit({}, subject="third", date="2022-03-01"))
    return made


@pytest.mark.parametrize(
    ("revision", "index"),
    [
        *(("HEAD", 2), ("@", 2), ("main", 2), ("refs/heads/main", 2), ("heads/main", 2)),
        *(("HEAD~1", 1), ("HEAD^", 1), ("HEAD^1", 1), ("@~2", 0), ("main^^", 0), ("HEAD~0", 2)),
        *(
            ("v1", 1),
            ("v1^{}", 1),
            ("v1^{commit}", 1),
            ("v1~", 0),
            ("tags/v1", 1),
            ("HEAD^~", 0),
        ),
    ],
)
def test_the_ways_of_git_to_name_a_commit(
    history: History, line: list[str], revision: str, index: int
) -> None:
    assert resolve(history.repository, revision).id == line[index]


def test_full_and_short_ids_and_descriptions_are_names(
    history: History, line: list[str]
) -> None:
    for revision in (line[0], line[0][:8], f"v1-0-g{line[0][:12]}", line[0].upper()):
        assert resolve(history.repository, revision).id == line[0]


def test_objects_that_are_open_tell_the_same_and_stay_open(
    history: History, line: list[str]
) -> None:
    repository = history.repository
    with open_objects(repository) as objects:
        for revision in ("main", "main~1"):
            assert resolve(repository, revision, objects) == resolve(repository, revision)
        with open_objects(repository, objects) as same:
            assert same is objects
        assert len(objects.contents("commit", line[:2], 10_000)) == 2


def test_a_commit_says_who_when_and_what(history: History) -> None:
    first = history.commit(
        SITE, subject="été\nsuite\n\nbody", author="Zoé «Z»", date="2022-09-01"
    )
    second = history.commit({}, subject="next")
    found = history.at(first)
    assert (found.id, found.parents, found.author) == (first, (), "Zoé «Z»")
    assert (found.committed_at, found.subject) == ("2022-09-01T12:00:00-05:00", "été suite")
    assert history.at(second).parents == (first,)
    assert found.tree == history.git("rev-parse", f"{first}^{{tree}}")


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        (HOSTILE, Problem.BAD_REVISION),
        (("a..b", "main...", "..v1", "..", "a..b..c"), Problem.RANGE),
        (UNKNOWN, Problem.UNKNOWN_REVISION),
    ],
)
def test_no_hostile_name_gets_further_than_an_error(
    history: History, line: list[str], revisions: tuple[str, ...], expected: Problem
) -> None:
    before = state_of(history.folder)
    found = {revision: refused(history, revision).problem for revision in revisions}
    assert found == dict.fromkeys(revisions, expected)
    assert state_of(history.folder) == before


def test_a_name_nearly_right_gets_the_right_one(history: History, line: list[str]) -> None:
    history.git("branch", "feature/new-ratings")
    assert str(refused(history, "feature/new-rating")) == (
        "`feature/new-rating` is no branch, tag or commit of this repository; did you mean"
        " `feature/new-ratings`?"
    )
    assert str(refused(history, "-main")) == (
        "`-main` cannot name a commit; write a branch, a tag or a commit, such as `main`,"
        " `v1.2`, `4f2a9c1` or `HEAD~3`; did you mean `main`?"
    )


def test_a_range_is_no_single_state(history: History, line: list[str]) -> None:
    assert str(refused(history, "v1..main")) == (
        "`v1..main` is a range, and one state is asked for here; write a branch, a tag or a"
        " commit, such as one end of it"
    )


@pytest.mark.parametrize("path", ["content", "./content", "content/values/a.yaml"])
def test_a_path_is_told_from_a_name(history: History, line: list[str], path: str) -> None:
    hint = "it is a path, and what is named is a state of the whole content"
    assert str(refused(history, path)).endswith(f"; {hint}")


def test_too_far_back(history: History, line: list[str]) -> None:
    assert str(refused(history, "main~3")) == "`main~3` goes back beyond the first commit"


def test_a_name_of_a_file(history: History, line: list[str]) -> None:
    history.git("tag", "blob", history.git("rev-parse", "HEAD:cvcgen.yaml"))
    assert str(refused(history, "blob")) == "`blob` is a file or a folder in git, not a commit"


@pytest.mark.parametrize("revision", ["HEAD", "@", "HEAD~1"])
def test_no_commit_yet(history: History, revision: str) -> None:
    assert str(refused(history, revision)) == (
        "the repository has no commit yet; commit the content first"
    )


@pytest.mark.parametrize("revision", ["main", "v1", "HEAD~1"])
def test_no_commit_yet_whatever_is_named(history: History, revision: str) -> None:
    assert refused(history, revision).problem is Problem.UNBORN
    with pytest.raises(GitError) as caught:
        default_branch(history.repository)
    assert caught.value.problem is Problem.UNBORN


def test_messages_show_nothing_invisible_and_nothing_endless(history: History) -> None:
    said = str(refused(history, "\x1b[2J" + "x" * 10_000))
    assert said.isprintable()
    assert len(said) < 300


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("main", Range("main")),
        ("a..b", Range("a", "b")),
        ("a...b", Range("a", "b", True)),
        ("..b", Range("HEAD", "b")),
        ("a..", Range("a", "HEAD")),
        ("v1.0...v1.1", Range("v1.0", "v1.1", True)),
        ("", Range("")),
    ],
)
def test_ranges(text: str, expected: Range) -> None:
    assert parse_range(text) == expected


@pytest.mark.parametrize("text", ["..", "...", "a....b", "a..b..c", "a...b...c", "a.....b"])
def test_what_is_no_range(text: str) -> None:
    with pytest.raises(GitError) as caught:
        parse_range(text)
    assert str(caught.value) == (
        f"`{text}` is no range of two states; write `A..B`, or `A...B` to begin where B left A"
    )


def test_the_merge_base_is_where_two_branches_parted(history: History, line: list[str]) -> None:
    history.git("checkout", "--quiet", "-b", "side", line[1])
    history.commit({"content/values/b.yaml": "x"})
    a, b = history.at("main"), history.at("side")
    assert merge_base(history.repository, a, b).id == line[1]
    assert merge_base(history.repository, b, a).subject == "second"
    assert merge_base(history.repository, a, a) == a


def test_unrelated_histories(history: History, line: list[str]) -> None:
    history.git("checkout", "--quiet", "--orphan", "other")
    made = history.commit({"x": "x"})
    with pytest.raises(GitError) as caught:
        merge_base(history.repository, history.at("main"), history.at("other"))
    assert str(caught.value) == f"`{line[2][:10]}` and `{made[:10]}` have no commit in common"


def test_the_default_branch(history: History) -> None:
    history.commit(SITE)
    history.git("branch", "--move", "other")
    with pytest.raises(GitError) as caught:
        default_branch(history.repository)
    assert str(caught.value) == (
        "nothing tells which branch is the main one; name the revision to compare with"
    )
    history.git("branch", "--move", "main")
    history.git("config", "init.defaultBranch", "wrong")
    history.git("branch", "wrong")
    expected = "refs/heads/main"
    assert default_branch(history.repository) == expected
    for expected in ("refs/remotes/origin/master", "refs/remotes/origin/main"):
        history.git("update-ref", expected, "HEAD")
        assert default_branch(history.repository) == expected
    history.git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    history.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert default_branch(history.repository) == "refs/remotes/origin/trunk"
    assert history.at("refs/remotes/origin/trunk") == history.at("main")


def test_a_day_names_its_last_commit(history: History, line: list[str]) -> None:
    def on(date: str) -> str:
        return revision_at(history.repository, date, history.at()).subject

    assert on("2022-01-31") == "first"
    assert on("2022-02-01") == "second"  # in the committer's own time zone; in UTC the 2nd
    assert on("2022-02-28") == "second"
    assert on("2999-01-01") == "third"


def test_a_clock_that_was_wrong_misplaces_one_commit_alone(history: History) -> None:
    history.commit(SITE, "first", "2022-01-31")
    history.commit({}, "behind", "1970-01-01")
    history.commit({}, "third", "2022-03-01")
    history.commit({}, "ahead", "2030-01-01")
    history.commit({}, "fifth", "2022-05-01")
    history.commit({}, "last", "2022-06-01")

    def on(date: str) -> str:
        return revision_at(history.repository, date, history.at()).subject

    days = ["2022-01-31", "2022-02-28", "2022-03-01", "2022-05-31", "2031-01-01"]
    assert [on(day) for day in days] == ["behind", "behind", "ahead", "fifth", "last"]
    with pytest.raises(GitError) as caught:
        on("1999-01-01")
    assert str(caught.value).endswith("the first is of 2022-01-31")


@pytest.mark.parametrize(
    "date", ["", "2022", "2022-2-1", "2022-02-30", "20220201", "yesterday"]
)
def test_what_is_no_day(history: History, line: list[str], date: str) -> None:
    with pytest.raises(GitError) as caught:
        revision_at(history.repository, date, history.at())
    assert str(caught.value) == f"`{date}` is no date; write it like 2026-10-31"


def test_a_day_before_the_first_commit(history: History, line: list[str]) -> None:
    with pytest.raises(GitError) as caught:
        revision_at(history.repository, "2022-01-30", history.at())
    assert str(caught.value) == (
        "no commit is as old as 2022-01-30; the first is of 2022-01-31"
    )
