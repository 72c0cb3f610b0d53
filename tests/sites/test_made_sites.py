"""Sites with files that git does not keep as they are: links, pipes, other encodings.

They are made here, on disk where a folder is meant. Together with the cases in `invalid/`
they prove that every rule of the catalogue is broken by some site.
"""

import os
from pathlib import Path

import pytest

from cvcgen.app import check, check_snapshot
from cvcgen.core.diagnostics import Diagnostic
from cvcgen.core.rules import RULES
from cvcgen.phrases import load_phrases
from cvcgen.reports.diagnostics import as_text
from cvcgen.sources.snapshot import Refusal
from tests.building import BASE, SITES, Content, base_with, files_in

RAPIDITE = "content/values/rapidite.yaml"
LINK_MESSAGE = """\
content/values/rapidite.yaml:1:1: error[CVC102] this is a link, and links are not followed
   = hint: put the file itself in its place
"""
NO_PROJECT = """\
cvcgen.yaml:1:1: warning[CVC423] this\
 site has no project: there is nothing in `content/projects/`
 1 | format: 1
   | ^
   = hint: add one with `cvcgen new project "…"`
"""
NO_CLIENTELE = """\
cvcgen.yaml:1:1: error[CVC422] this\
 site has no clientele: there is nothing in `content/clienteles/`
 1 | format: 1
   | ^
   = hint: look where the folder `content/` has gone, or add a clientele with\
 `cvcgen new clientele "…"`
"""
NO_RECORD = """\
cvcgen.yaml:1:1: error[CVC422] there is no record in `content/`, the folder beside this file
 1 | format: 1
   | ^
   = hint: look whether this is the whole site: `-C DIR` names another folder,\
 `git sparse-checkout disable` brings what git left out, `cvcgen init DIR` makes a new site
"""
GONE = {path: None for path in files_in(BASE) if path.startswith("content/")}
"""What takes all content from the base site."""
PROJECTS = [path for path in GONE if path.startswith("content/projects/")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The base site on disk."""
    for path, content in files_in(BASE).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def report_of(root: Path) -> str:
    found = check(root)
    text = as_text.report(found.diagnostics, found.texts, load_phrases("en"))
    return text.rpartition("\n\n")[0] + "\n"


def faults(changes: Content, refused: dict[str, Refusal] | None = None) -> list[str]:
    found = check_snapshot(base_with(changes, refused)).diagnostics
    return [line(fault) for fault in found]


def line(fault: Diagnostic) -> str:
    place = fault.location
    said = fault.message.text(str)
    return f"{place.path}:{place.line}:{place.column} {fault.code} {said}"


def test_a_link_is_not_followed_and_nothing_else_is_said(site: Path) -> None:
    (site / RAPIDITE).unlink()
    (site / RAPIDITE).symlink_to(site / "content/values/securite.yaml")
    assert report_of(site) == LINK_MESSAGE


def test_a_link_to_nowhere_is_a_link(site: Path) -> None:
    (site / RAPIDITE).unlink()
    (site / RAPIDITE).symlink_to("nowhere.yaml")
    assert report_of(site) == LINK_MESSAGE


def test_a_link_in_the_place_of_a_folder_is_a_link(site: Path, tmp_path: Path) -> None:
    (site / "content/values").rename(site / "values")
    (site / "content/values").symlink_to(site / "values")
    found = check(site).diagnostics
    assert line(found[-1]) == (
        "content/values:1:1 CVC102 this is a link, and links are not followed"
    )


def test_a_link_in_the_place_of_all_content_is_a_link(site: Path) -> None:
    (site / "content").rename(site / "elsewhere")
    (site / "content").symlink_to(site / "elsewhere")
    assert [line(fault) for fault in check(site).diagnostics] == [
        "content:1:1 CVC102 this is a link, and links are not followed"
    ]


def test_content_that_is_gone_is_not_a_site_without_faults(site: Path) -> None:
    (site / "content/projects").rename(site / "projects")
    assert report_of(site) == NO_PROJECT
    (site / "content/clienteles").rename(site / "clienteles")
    assert report_of(site) == NO_CLIENTELE
    (site / "content").rename(site / "elsewhere")
    assert report_of(site) == NO_RECORD


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\ufeff", "\x0b"])
@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("content/clienteles/citoyens.yaml", "rapidite"),
        ("content/clienteles/citoyens.yaml", "gain"),
        ("content/projects/guichet.yaml", "citoyens"),
        ("content/projects/guichet.yaml", "rapidite"),
        ("content/projects/guichet.yaml", "fr"),
        ("content/rubrics/gain.yaml", "points"),
        ("content/rubrics/gain.yaml", "5"),
    ],
)
def test_an_invisible_character_in_a_word_is_one_fault_at_its_place(
    path: str, word: str, unseen: str
) -> None:
    before, _, after = files_in(BASE)[path].decode().partition(word)
    for within in (0, 1, len(word)):
        start = f"{before}{word[:within]}"
        place = f"{path}:{start.count(chr(10)) + 1}:{len(start) - start.rfind(chr(10))}"
        found = f"{place} CVC105 the invisible character U+{ord(unseen):04X} stands here"
        assert faults({path: f"{start}{unseen}{word[within:]}{after}"}) == [found]


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\xad", "\u3164"])
def test_an_invisible_character_in_a_name_is_one_fault_that_gives_the_name(
    unseen: str,
) -> None:
    for name in (f"rapi{unseen}dite", f"{unseen}rapidite", f"rapidite{unseen}"):
        path = f"content/values/{name}.yaml"
        changes = {RAPIDITE: None, path: files_in(BASE)[RAPIDITE]}
        [fault] = check_snapshot(base_with(changes)).diagnostics
        assert line(fault) == f"{path}:1:1 CVC203 `{name}` cannot be an id"
        assert fault.hint is not None
        assert fault.hint.text(str) == "rename the file to `rapidite.yaml`"


def test_a_misplaced_clientele_is_not_lost(site: Path) -> None:
    (site / "content/clienteles").rename(site / "content/clientele")
    assert "CVC422" not in report_of(site)


def test_a_pipe_is_not_waited_for(site: Path) -> None:
    (site / RAPIDITE).unlink()
    os.mkfifo(site / RAPIDITE)
    assert report_of(site) == (
        "content/values/rapidite.yaml:1:1: error[CVC102] this is not a regular file\n"
        "   = hint: remove it\n"
    )


def test_settings_that_are_a_folder_are_no_settings(site: Path) -> None:
    (site / "cvcgen.yaml").unlink()
    (site / "cvcgen.yaml").mkdir()
    assert [line(fault) for fault in check(site).diagnostics] == [
        "cvcgen.yaml:1:1 CVC102 this is not a regular file"
    ]


def test_a_file_that_may_not_be_read_is_known_to_be_there() -> None:
    assert faults({RAPIDITE: None}, {RAPIDITE: Refusal.NO_PERMISSION}) == [
        f"{RAPIDITE}:1:1 CVC101 the file may not be read"
    ]
    assert faults({RAPIDITE: None}, {RAPIDITE: Refusal.VANISHED}) == [
        f"{RAPIDITE}:1:1 CVC101 the file could not be read"
    ]


def test_a_file_over_the_limit_is_not_read() -> None:
    assert faults({RAPIDITE: None}, {RAPIDITE: Refusal.TOO_LARGE}) == [
        f"{RAPIDITE}:1:1 CVC116 the file is larger than 262144 bytes"
    ]


def test_another_encoding_is_named_where_it_stops_being_utf_8() -> None:
    latin = "# été\nname: Rapidité\n".encode("latin-1")
    assert faults({RAPIDITE: latin}) == [f"{RAPIDITE}:1:3 CVC103 this is not UTF-8 text"]
    assert faults({RAPIDITE: "name: Rapidité\n".encode("utf-16")}) == [
        f"{RAPIDITE}:1:1 CVC103 this is not UTF-8 text"
    ]


def test_line_ends_of_windows_are_read_like_others() -> None:
    windows = {path: text.replace(b"\n", b"\r\n") for path, text in files_in(BASE).items()}
    assert faults(windows) == []
    found = check_snapshot(base_with({**windows, RAPIDITE: "name: a\r\nnaem: b\r\n"}))
    assert as_text.report(found.diagnostics, found.texts, load_phrases("en")) == (
        "content/values/rapidite.yaml:2:1: error[CVC302] unknown key `naem`\n"
        " 2 | naem: b\n"
        "   | ^^^^\n"
        "   = hint: known here: `definition`, `levels`, `provenance`, `source`, `waivers`\n"
        "\n1 error in 1 file\n"
    )


def test_ids_that_differ_by_case_alone_are_one() -> None:
    assert faults({"content/values/Rapidite.yaml": "name: Autre\n"}) == [
        "content/values/Rapidite.yaml:1:1 CVC204 this file has the same id as another one"
    ]


def test_ids_that_differ_by_unicode_form_alone_are_one() -> None:
    composed, decomposed = (
        "content/values/\u00e9t\u00e9.yaml",
        "content/values/e\u0301te\u0301.yaml",
    )
    assert faults({composed: "name: A\n", decomposed: "name: B\n"}) == [
        f"{decomposed}:1:1 CVC203 `e\u0301te\u0301` cannot be an id",
        f"{composed}:1:1 CVC204 this file has the same id as another one",
    ]


def test_a_file_with_the_id_of_another_is_judged_too() -> None:
    assert faults({"content/values/Rapidite.yaml": "zebra: Autre\n"}) == [
        "content/values/Rapidite.yaml:1:1 CVC204 this file has the same id as another one",
        "content/values/Rapidite.yaml:1:1 CVC302 unknown key `zebra`",
        "content/values/Rapidite.yaml:1:1 CVC303 the key `name` is missing here",
    ]


def test_every_rule_is_broken_by_some_site() -> None:
    cases = [files_in(folder) for folder in (SITES / "invalid").iterdir()]
    judged = [check_snapshot(base_with(case), today="2026-06-01") for case in cases]
    found = [fault for one in judged for fault in (*one.diagnostics, *one.strict)]
    for refusal in Refusal:
        refused = base_with({RAPIDITE: None}, {RAPIDITE: refusal})
        found.extend(check_snapshot(refused).diagnostics)
    found.extend(check_snapshot(base_with({RAPIDITE: b"\xff"})).diagnostics)
    found.extend(check_snapshot(base_with(GONE)).diagnostics)
    found.extend(check_snapshot(base_with(dict.fromkeys(PROJECTS))).diagnostics)
    # Those of spreadsheets are broken by the cases in tests/spreadsheets/invalid.
    broken = [rule for rule in RULES.values() if not rule.code.startswith("CVC6")]
    assert {fault.code for fault in found} == {rule.code for rule in broken}
    assert {(fault.code, fault.severity) for fault in found} == {
        (rule.code, rule.severity) for rule in broken
    }
