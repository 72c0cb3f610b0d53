"""The commits behind a content."""

from pathlib import PurePosixPath

from cvcgen.sources.git.history import (
    Content,
    changed_paths,
    content_changes,
    first_parent_history,
)
from tests.sources.git.histories import SITE, History

A = PurePosixPath("content/values/a.yaml")
B = PurePosixPath("content/values/b.yaml")


def merged(history: History) -> None:
    """A side branch of two commits, merged; and a later commit that leaves the site alone."""
    history.commit(SITE, "first")
    history.git("checkout", "--quiet", "-b", "side")
    history.commit({str(A): "side"}, "side 1", author="Grace")
    history.commit({str(B): "side"}, "side 2", author="Grace")
    history.git("checkout", "--quiet", "main")
    history.commit({str(A): "main"}, "on main")
    history.merge("side", {str(A): "both", str(B): "side"})
    history.commit({"README.md": "x"}, "elsewhere")


def subjects(history: History, base: str, head: str) -> dict[str, list[str]]:
    found = changed_paths(history.repository, history.at(base), history.at(head))
    return {
        str(path): [commit.subject for commit in commits] for path, commits in found.items()
    }


def test_the_first_parent_line_goes_past_merged_branches(history: History) -> None:
    merged(history)
    line = first_parent_history(history.repository, history.at())
    assert [revision.commit.subject for revision in line] == [
        *("elsewhere", "merge", "on main", "first")
    ]
    assert [revision.commit for revision in line[:1]] == [history.at()]
    assert len(first_parent_history(history.repository, history.at(), limit=2)) == 2


def test_a_content_is_told_by_the_ids_of_its_two_parts(history: History) -> None:
    history.commit(SITE)
    (only,) = first_parent_history(history.repository, history.at())
    assert only.content == Content(
        history.git("rev-parse", "HEAD:cvcgen.yaml"), history.git("rev-parse", "HEAD:content")
    )


def test_commits_that_leave_the_content_alone_are_no_change(history: History) -> None:
    merged(history)
    line = content_changes(first_parent_history(history.repository, history.at()))
    assert [revision.commit.subject for revision in line] == ["merge", "on main", "first"]


def test_a_revision_without_a_site_has_no_content(history: History) -> None:
    history.commit({"sub/cvcgen.yaml": "x"}, "settings only")
    history.commit({"sub/cvcgen.yaml": None}, "gone")
    history.commit({f"sub/{path}": text for path, text in SITE.items()}, "back")
    (history.folder / "sub").mkdir(exist_ok=True)
    site = History(history.folder / "sub")
    line = first_parent_history(site.repository, site.at())
    assert [revision.content is None for revision in line] == [False, True, False]
    assert line[2].content is not None
    assert line[2].content.records is None
    assert len(content_changes(line)) == 3


def test_each_file_knows_who_touched_it_newest_first(history: History) -> None:
    merged(history)
    assert subjects(history, "main~3", "main") == {
        str(A): ["merge", "on main", "side 1"],
        str(B): ["side 2"],
    }
    found = changed_paths(history.repository, history.at("main~3"), history.at("main"))
    assert [commit.author for commit in found[A]] == ["Ada", "Ada", "Grace"]


def test_what_a_merge_threw_away_was_never_touched(history: History) -> None:
    history.commit(SITE, "first")
    history.git("checkout", "--quiet", "-b", "side")
    history.commit({str(A): "side"}, "thrown away")
    history.git("checkout", "--quiet", "main")
    history.commit({str(B): "main"}, "kept")
    history.merge("side", {})
    assert subjects(history, "main~2", "main") == {str(B): ["kept"]}


def test_nothing_is_touched_between_a_commit_and_itself(history: History) -> None:
    merged(history)
    assert subjects(history, "main", "main") == {}
    assert subjects(history, "main", "main~2") == {}
    assert subjects(history, "main~1", "main") == {}


def test_a_rename_is_a_removal_and_an_addition(history: History) -> None:
    history.commit(SITE)
    history.git("config", "diff.renames", "copies")
    history.commit({str(A): None, str(B): "name: A\n"}, "rename")
    assert subjects(history, "HEAD~1", "HEAD") == {str(A): ["rename"], str(B): ["rename"]}


def test_paths_are_those_of_the_site_whatever_their_names(history: History) -> None:
    names = ["a b", "line\nend", '"', "cafe\u0301", "\udcff", "*", ":(top)", "0" * 40, "-x"]
    history.commit({f":(top)/{path}": text for path, text in SITE.items()})
    history.commit({f":(top)/content/{name}": "x" for name in names}, "names")
    history.commit({"content/elsewhere": "x"}, "not of the site")
    site = History(history.folder / ":(top)")
    found = changed_paths(site.repository, site.at("HEAD~2"), site.at())
    assert sorted(found) == list(found) == sorted(PurePosixPath("content", n) for n in names)


def test_the_first_commit_of_all_touched_its_files(history: History) -> None:
    history.commit(SITE, "ours")
    history.git("checkout", "--quiet", "--orphan", "other")
    history.commit({str(B): "x"}, "root of the other")
    assert subjects(history, "main", "other")[str(B)] == ["root of the other"]


def test_a_rewritten_history_is_told_as_it_now_is(history: History) -> None:
    history.commit(SITE, "first")
    history.commit({str(A): "x"}, "draft")
    history.git("commit", "--quiet", "--amend", "--message", "final")
    line = first_parent_history(history.repository, history.at())
    assert [revision.commit.subject for revision in line] == ["final", "first"]
    assert subjects(history, "HEAD~1", "HEAD") == {str(A): ["final"]}


def test_what_the_commit_graph_says_of_parents_is_not_believed(history: History) -> None:
    for number in range(3):
        history.commit({**SITE, "README.md": str(number)})
    line = first_parent_history(history.repository, history.at())
    history.git("commit-graph", "write", "--reachable")
    graph = history.folder / ".git/objects/info/commit-graph"
    content = graph.read_bytes()
    # The tree of a commit, and then where its parents are: nowhere.
    parent = content.index(bytes.fromhex(line[0].commit.tree)) + 20
    graph.chmod(0o644)
    graph.write_bytes(content[:parent] + b"\x70\0\0\0" + content[parent + 4 :])
    assert first_parent_history(history.repository, history.at()) == line
