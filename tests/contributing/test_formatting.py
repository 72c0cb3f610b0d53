import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.app import EnvironmentFailure, check
from cvcgen.authoring.canonical import comments_in
from cvcgen.contributing.formatting import Formatted, format_site
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml
from tests.building import BASE
from tests.unprivileged import run_unprivileged

UGLY = "# v\nname: {fr:   'Prix', en: Price}   # n\n"
NEAT = '# v\nname: {fr: "Prix", en: Price} # n\n'
PATH = "content/values/prix.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "site")
    (tmp_path / "site" / PATH).write_text(UGLY, "utf-8")
    return tmp_path / "site"


def every(site: Path, write: bool = True) -> Formatted:
    return format_site(site, [], write)


@pytest.mark.parametrize("arguments", [["--check"], [], [PATH]])
def test_a_file_that_may_not_be_read_is_said(site: Path, arguments: list[str]) -> None:
    format_site(site, [], write=True)
    (site / PATH).chmod(0)
    named = [str(site / word) if word == PATH else word for word in arguments]
    ran = run_unprivileged("-C", site, "fmt", *named)
    assert ran.returncode == 1
    assert f"{PATH}:1:1: error[CVC101] the file may not be read" in ran.stderr


def test_files_are_written_once_and_say_the_same(site: Path) -> None:
    before = check(site).catalogue
    assert PATH in every(site).changed
    assert (site / PATH).read_text("utf-8") == NEAT
    assert check(site).catalogue == before
    assert every(site).changed == ()


def test_checking_writes_nothing(site: Path) -> None:
    assert PATH in every(site, write=False).changed
    assert (site / PATH).read_text("utf-8") == UGLY


def test_only_the_paths_named_are_touched(site: Path) -> None:
    assert format_site(site, [site / "content/projects"], True).changed == ()
    assert format_site(site, [site / PATH], True).changed == (PATH,)


@pytest.mark.parametrize("path", ["nowhere.yaml", "..", "content/none"])
def test_a_path_without_content_is_refused(site: Path, path: str) -> None:
    with pytest.raises(UnknownWord) as caught:
        format_site(site, [site / path / "x"], True)
    assert caught.value.message.template == "no file of the content: «{id}»"


def test_a_file_with_a_fault_is_left_with_its_diagnostic(site: Path) -> None:
    (site / PATH).write_text("name: &a  Prix\n", "utf-8")
    done = format_site(site, [site / PATH], True)
    assert [found.code for found in done.diagnostics] == ["CVC109"]
    assert (site / PATH).read_text("utf-8") == "name: &a  Prix\n"


def test_a_file_that_would_lose_a_comment_is_left(site: Path) -> None:
    text = "name: {fr: Prix, # kept\n  en: Price}\n"
    (site / PATH).write_text(text, "utf-8")
    done = format_site(site, [site / PATH], True)
    assert (done.changed, done.left) == ((), (PATH,))
    assert (site / PATH).read_text("utf-8") == text


def test_line_ends_of_the_checkout_are_no_other_form(site: Path) -> None:
    (site / PATH).write_bytes(NEAT.replace("\n", "\r\n").encode())
    assert format_site(site, [site / PATH], True).changed == ()


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure):
        every(tmp_path)


KEYS = st.sampled_from(["title", "summary", "status", "scorecards", "other", "c", "ratings"])
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co")))
MARGINS = st.sampled_from(["", "# c\n", "\n", "\n\n# d\n"])


@st.composite
def documents(draw: st.DrawFn, depth: int = 0) -> str:
    """A block mapping with comments, empty lines and texts of every style."""
    margin = "   " * depth
    written = ""
    for key in draw(st.lists(KEYS, min_size=1, max_size=4, unique=True)):
        lead = draw(MARGINS)
        written += "".join(
            f"{margin if line.strip() else ''}{line}" for line in lead.splitlines(keepends=True)
        )
        written += f"{margin}{key}:{draw(values(depth))}\n"
    return written


@st.composite
def values(draw: st.DrawFn, depth: int) -> str:
    kinds = ["plain", "single", "double", "block", "flow", "list"]
    kind = draw(st.sampled_from([*kinds, "mapping"] if depth < 3 else kinds))
    text, margin = draw(TEXTS), "   " * (depth + 1)
    if kind == "mapping":
        return "\n" + draw(documents(depth + 1)).rstrip("\n")
    if kind == "plain":
        return draw(st.sampled_from(["", " 62.50", "  x  # e", " null", ' "yes"']))
    if kind == "single":
        return " '{}'".format(text.replace("'", "''"))
    if kind == "double":
        return ' "{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
    if kind == "block":
        style = draw(st.sampled_from([" |", " >-", " >", " |-", " |+"]))
        lines = draw(st.lists(st.sampled_from(["a b", "# x", "", "- y", "  z"]), max_size=4))
        return style + "".join(f"\n{margin}{line}".rstrip() for line in ["k", *lines])
    return (
        " [a,  {points: 1,why: 'x'}]"
        if kind == "flow"
        else f"\n{margin}- a # t\n{margin}- b: 1"
    )


def read(text: str) -> object:
    decoded = decode_text("a.yaml", text.encode("utf-8"))
    assert decoded.text is not None
    root = parse_yaml("a.yaml", decoded.text, decoded.lines).root
    return plain_value(root) if root is not None else None


@settings(max_examples=60)
@given(documents())
def test_no_value_and_no_comment_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    site = tmp_path_factory.mktemp("site")
    (site / "cvcgen.yaml").write_text("format: 1\ntitle: S\nlanguages: [fr]\n")
    path = site / "content/projects/p.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    done = format_site(site, [path], True)
    after = path.read_text("utf-8")
    assert read(after) == read(text)
    if done.changed:
        assert comments_in(after) == comments_in(text)
        assert format_site(site, [path], False).changed == ()
