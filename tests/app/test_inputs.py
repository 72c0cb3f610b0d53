"""Digests of what a build is made from: other exactly where that is other."""

from pathlib import Path, PurePosixPath

from cvcgen.app.inputs import Inputs, digest_inputs
from cvcgen.core.model import Origin
from cvcgen.publish.owntemplates import read_own_templates
from cvcgen.sources.snapshot import Refusal, Snapshot

FILES = {
    "cvcgen.yaml": b"title: A",
    "content/values/v.yaml": b"name: V",
    "content/projects/a.yaml": b"title: A",
    "content/projects/b.yaml": b"title: A",
}


def inputs(
    files: dict[str, bytes] | None = None,
    tool: str = "1",
    own: Path | None = None,
    revision: str | None = None,
    **refused: Refusal,
) -> Inputs:
    found = {PurePosixPath(path): content for path, content in (files or FILES).items()}
    unread = {PurePosixPath(path): why for path, why in refused.items()}
    templates = None if own is None else read_own_templates(own)
    return digest_inputs(Snapshot(Origin("here", revision), found, unread), templates, tool)


def test_the_same_content_has_the_same_digests() -> None:
    assert inputs() == inputs(dict(FILES))


def test_a_project_is_an_input_and_no_surrounding() -> None:
    changed = inputs({**FILES, "content/projects/a.yaml": b"title: B"})
    assert changed.surroundings == inputs().surroundings
    assert changed.everything != inputs().everything


def test_the_same_bytes_elsewhere_are_another_input() -> None:
    elsewhere = {path.replace("a.yaml", "c.yaml"): text for path, text in FILES.items()}
    assert inputs(elsewhere).everything != inputs().everything


def test_what_ends_a_path_and_what_begins_a_content_are_not_mixed_up() -> None:
    one, other = {"content/projects/a": b"bc"}, {"content/projects/ab": b"c"}
    assert inputs(one).everything != inputs(other).everything


def test_the_method_and_the_tool_are_surroundings(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.css").write_text("p {}")
    own = inputs(own=tmp_path)
    (tmp_path / "assets/a.css").write_text("b {}")
    found = [
        inputs(),
        inputs({**FILES, "cvcgen.yaml": b"title: B"}),
        inputs({**FILES, "content/values/v.yaml": b"name: W"}),
        inputs({path: FILES[path] for path in FILES if "values" not in path}),
        inputs(tool="2"),
        own,
        inputs(own=tmp_path),
    ]
    assert len({one.surroundings for one in found}) == len(found)
    assert len({one.everything for one in found}) == len(found)


def test_commits_and_unread_files_are_inputs() -> None:
    found = [inputs(), inputs(revision="a" * 40), inputs(x=Refusal.LINK)]
    assert len({one.everything for one in found}) == len(found)
    assert len({one.surroundings for one in found}) == 1
