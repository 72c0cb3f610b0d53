"""One file in several commits and in the parents of each."""

from cvcgen.sources.git.versions import read_versions
from cvcgen.sources.snapshot import MAX_BYTES
from tests.sources.git.histories import SITE, History

PATH = "content/values/a.yaml"


def test_a_file_is_given_with_what_it_was_before(history: History) -> None:
    history.commit(SITE, "first")
    first = history.at()
    history.commit({PATH: "name: B\r\n"}, "second")
    second = history.at()
    found = read_versions(history.repository, {PATH: (second, first)})[PATH]
    assert [(v.commit.subject, v.content, v.former) for v in found] == [
        ("second", b"name: B\n", (b"name: A\n",)),
        ("first", b"name: A\n", ()),
    ]


def test_a_merge_has_one_before_for_each_parent(history: History) -> None:
    history.commit(SITE, "first")
    history.git("checkout", "--quiet", "-b", "topic")
    history.commit({PATH: "name: B\n"}, "topic")
    history.git("checkout", "--quiet", "main")
    history.commit({PATH: "name: C\n"}, "main")
    history.merge("topic", {PATH: "name: D\n"})
    [merge] = read_versions(history.repository, {PATH: (history.at(),)})[PATH]
    assert (merge.content, merge.former) == (b"name: D\n", (b"name: C\n", b"name: B\n"))


def test_what_is_no_file_or_too_large_is_none(history: History) -> None:
    history.commit({**SITE, "content/values/large.yaml": "x" * 3 * MAX_BYTES}, "first")
    history.commit({PATH: None, f"{PATH}/b.yaml": "name: B\n"}, "folder")
    wanted = {path: (history.at(),) for path in (PATH, "content/values/large.yaml", "none/a")}
    found = read_versions(history.repository, wanted)
    assert [versions[0].content for versions in found.values()] == [None, None, None]
    assert found[PATH][0].former == (b"name: A\n",)
