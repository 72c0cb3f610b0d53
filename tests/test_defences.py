"""Each defence does something: with it the attack fails, without it the very same one succeeds.

A test of a defence that would pass without it proves nothing. So each attack here says what it
got through, and runs twice: as things are, and with the defence taken away.
"""

import contextlib
import json
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from jinja2.sandbox import SecurityError

from cvcgen.app import check, check_snapshot, evaluate_checked
from cvcgen.app.building import render
from cvcgen.cli import console
from cvcgen.core import formulas, reachable
from cvcgen.publish import moulds, richmarkdown, shapes
from cvcgen.publish import render as rendering
from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.output import OutputError, manifest, plan, survey
from cvcgen.publish.output.manifest import MANIFEST
from cvcgen.publish.output.writer import write_site
from cvcgen.publish.render import render_blocks
from cvcgen.publish.voice import Prose
from cvcgen.reports.media import csv, github, markdown
from cvcgen.sources import placement, snapshot, textfile, yamltext
from tests.building import BASE, base_with, files_in
from tests.core.grids import grid

NEVER = re.compile(r"(?!)")
"""Matches nothing: a list of what is dangerous, emptied."""
GUICHET = "content/projects/guichet.yaml"
ESCAPE = "\x1b]0;mine\x07"

FINE = grid([1] * 60, " ".join(map(str, (*range(59), 10_007))))
"""A grid with more steps than anyone can wait for."""

Patch = pytest.MonkeyPatch
TakeAway = Callable[[Patch], None]
Attack = Callable[[Path], bool]


@dataclass(frozen=True, slots=True)
class Defence:
    """One defence and the attack that it stops."""

    take_away: TakeAway
    """Makes it as if it had never been written."""
    attack: Attack
    """Whether the attack, made in an empty folder, gets what it wants."""


def setting(module: object, name: str, value: object) -> TakeAway:
    """Takes a defence away that is one name."""
    return lambda patch: patch.setattr(module, name, value)


def faults(changes: dict[str, str | bytes]) -> set[str]:
    return {fault.code for fault in check_snapshot(base_with(changes)).diagnostics}


def page_with(title: str) -> str:
    """All pages of the base site with that title of its project."""
    text = files_in(BASE)[GUICHET].decode().replace("Counter", f"'{title}'")
    evaluated = evaluate_checked(check_snapshot(base_with({GUICHET: text})))
    assert evaluated.scoreboard is not None
    made = render(evaluated.checked.catalogue, evaluated.scoreboard)
    pages = (file for file in made if file.path.suffix == ".html")
    return "".join(file.content.decode() for file in pages)


def html_of(source: str) -> str:
    richmarkdown.render_rich.cache_clear()
    return str(render_blocks(Prose(source, "en", foreign=False), 3))


def crashes_by_nesting(_: Path) -> bool:
    try:
        check_snapshot(base_with({"content/values/x.yaml": "name: " + "[" * 900 + "]" * 900}))
    except RecursionError:
        return True
    return False


def reads_through_a_link(folder: Path) -> bool:
    (folder / "secret").write_text("name: secret\n")
    content = folder / "site/content/values"
    content.mkdir(parents=True)
    (folder / "site/cvcgen.yaml").write_bytes(files_in(BASE)["cvcgen.yaml"])
    (content / "stolen.yaml").symlink_to(folder / "secret")
    return "secret" in str(check(folder / "site").texts)


def follow_links(patch: Patch) -> None:
    patch.setattr(snapshot.os.path, "islink", lambda path: False)
    patch.setattr(snapshot, "_READ", snapshot._READ & ~os.O_NOFOLLOW)


def opens_a_pipe(folder: Path) -> bool:
    os.mkfifo(folder / "pipe")
    return snapshot.read_file(folder / "pipe") == b""


def reads_a_large_file(folder: Path) -> bool:
    (folder / "large").write_bytes(b"x" * (snapshot.MAX_BYTES + 1))
    return isinstance(snapshot.read_file(folder / "large"), bytes)


def writes_beside(folder: Path) -> bool:
    """A name that Windows takes for a device, and that no folder there can hold."""
    with contextlib.suppress(OutputError):
        write_site([Artifact(PurePosixPath("con.html"), b"x")], folder / "site")
    return (folder / "site/con.html").exists()


def removes_outside(folder: Path) -> bool:
    site = folder / "site"
    write_site([Artifact(PurePosixPath("a.html"), b"x")], site)
    named = json.loads((site / MANIFEST).read_text("utf-8"))
    digests = next(part for part in named.values() if isinstance(part, dict))
    digests["../outside.html"] = digests["a.html"]
    (site / MANIFEST).write_text(json.dumps(named), "utf-8")
    with contextlib.suppress(OutputError):
        return "../outside.html" in (manifest.read_manifest(site) or ())
    return False


def takes_a_strangers_folder(folder: Path) -> bool:
    (folder / "thesis.odt").write_text("years of work")
    with contextlib.suppress(OutputError):
        write_site([Artifact(PurePosixPath("index.html"), b"x")], folder)
    return (folder / "index.html").exists()


def takes_too_long(source: str) -> Attack:
    """Whether text of twice the length takes more than twice the time, by far."""

    def attack(_: Path) -> bool:
        return seconds(source * 2_000) > 0.5

    return attack


def seconds(source: str) -> float:
    start = time.process_time()
    html_of(source)
    return time.process_time() - start


def own_template_reaches_python(folder: Path) -> bool:
    (folder / "home.html.jinja").write_text("{{ ''.__class__.__mro__ }}")
    evaluated = evaluate_checked(check_snapshot(base_with({})))
    assert evaluated.scoreboard is not None
    (folder / "templates").mkdir()
    (folder / "home.html.jinja").rename(folder / "templates/home.html.jinja")
    try:
        made = render(evaluated.checked.catalogue, evaluated.scoreboard, folder)
    except SecurityError:
        return False
    return any(b"object" in file.content for file in made if file.path.name == "index.html")


def without_escaping(patch: Patch) -> None:
    patch.setitem(rendering._OPTIONS, "autoescape", False)
    patch.setattr(rendering, "open_code_folder", lambda compiler: None)
    patch.setattr(moulds, "escape", str)
    patch.setattr(shapes.Mark, "__str__", shapes.Mark.__html__)


DEFENCES = {
    "links are not followed": Defence(follow_links, reads_through_a_link),
    "what is no regular file is not read": Defence(
        setting(snapshot.stat, "S_ISREG", lambda mode: True), opens_a_pipe
    ),
    "large files are not read": Defence(
        lambda patch: patch.setattr(snapshot, "accept_content", lambda content: content),
        reads_a_large_file,
    ),
    "depth is limited": Defence(
        setting(yamltext, "MAX_DEPTH", 10**9),
        crashes_by_nesting,
    ),
    "the number of nodes is limited": Defence(
        setting(yamltext, "MAX_NODES", 10**9),
        lambda _: "CVC116" not in faults({"content/values/x.yaml": "- x\n" * 30_000}),
    ),
    "misleading characters are refused": Defence(
        setting(textfile, "FORBIDDEN", NEVER),
        lambda _: "CVC105" not in faults({"content/values/x.yaml": "name: a\u202eb\n"}),
    ),
    "names that some system keeps are refused": Defence(
        setting(placement, "_RESERVED", frozenset()),
        lambda _: (
            not faults({"content/values/con.yaml": "name: {fr: a, en: a}\n"}) & {"CVC203"}
        ),
    ),
    "templates escape": Defence(
        without_escaping, lambda _: "<script>alert(1)" in page_with("<script>alert(1)")
    ),
    "templates of a site run in a sandbox": Defence(
        setting(rendering, "_SettledSandbox", rendering._Settled),
        own_template_reaches_python,
    ),
    "Markdown is cleaned last": Defence(
        setting(richmarkdown.nh3, "clean", lambda html, **_: html),
        lambda _: "javascript:" in html_of("[a](javascript:alert(1))"),
    ),
    "addresses have an allowed scheme": Defence(
        setting(richmarkdown, "_SCHEMES", richmarkdown._SCHEMES | {"javascript"}),
        lambda _: "javascript:" in html_of("[b](javascript:alert(2))"),
    ),
    "addresses lead where they seem to": Defence(
        setting(richmarkdown, "_ASTRAY", NEVER),
        lambda _: "//b.example" in html_of("[b](//b.example)"),
    ),
    "wild Markdown is not parsed": Defence(
        setting(rendering, "is_tame", lambda source: True), takes_too_long("[")
    ),
    "fine grids get no table": Defence(
        setting(reachable, "_MOST_WORK", 10**15),
        lambda _: bool(reachable.reachable_totals(FINE.clientele, FINE.rubric)),
    ),
    "the terminal gets no escapes": Defence(
        setting(console, "show_hidden", lambda text: text),
        lambda _: ESCAPE in console._shown(ESCAPE, coloured=True),
    ),
    "logs of CI get no commands": Defence(
        lambda patch: (
            patch.setattr(github, "_DATA", {}),
            patch.setattr(github, "show_hidden", lambda text: text),
        ),
        lambda _: "\n::error" in github.command("notice", (), "x\n::error::y"),
    ),
    "sheets get no formulas": Defence(
        setting(formulas, "_DANGER", NEVER),
        lambda _: undisarmed("=HYPERLINK(1)").startswith("="),
    ),
    "tables of reports get no formulas": Defence(
        setting(formulas, "_DANGER", NEVER), lambda _: reported("=1+1").startswith("=")
    ),
    "comments mention nobody": Defence(
        setting(markdown, "_ACTIVE", NEVER),
        lambda _: "@everyone" in markdown.escape("@everyone"),
    ),
    "no manifest takes away what lies outside": Defence(
        setting(manifest, "is_portable", lambda path: True), removes_outside
    ),
    "no path leaves the site's folder": Defence(
        setting(plan, "is_portable", lambda path: True), writes_beside
    ),
    "a stranger's folder is left alone": Defence(
        setting(survey, "read_manifest", lambda folder: frozenset()),
        takes_a_strangers_folder,
    ),
}


def undisarmed(text: str) -> str:
    formulas.disarm.cache_clear()
    return formulas.disarm(text)


def reported(text: str) -> str:
    formulas.disarm.cache_clear()
    return csv.escape(text)


@pytest.fixture(autouse=True)
def forget_afterwards() -> None:
    """What was remembered while a defence was away must not outlive it."""
    for remembered in (formulas.disarm, richmarkdown.render_rich):
        remembered.cache_clear()


@pytest.mark.parametrize("name", DEFENCES)
def test_the_attack_fails(name: str, tmp_path: Path) -> None:
    assert not DEFENCES[name].attack(tmp_path)


@pytest.mark.parametrize("name", DEFENCES)
def test_without_the_defence_the_attack_succeeds(
    name: str, tmp_path: Path, monkeypatch: Patch
) -> None:
    DEFENCES[name].take_away(monkeypatch)
    assert DEFENCES[name].attack(tmp_path)
