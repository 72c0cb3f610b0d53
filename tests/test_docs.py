"""The documentation against the code: what is documented exists, what exists is documented."""

import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from cvcgen.app import check
from cvcgen.assets import schemas_dir
from cvcgen.cli.group import Group
from cvcgen.phrases import load_phrases
from cvcgen.reports.history import as_csv as history_csv
from cvcgen.reports.rankings import as_csv as ranking_csv
from cvcgen.reports.scores import as_csv as score_csv
from tests.cli.running import cvcgen

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=lambda path: path.as_posix()
)
FRENCH = sorted(
    [*(ROOT / "docs").rglob("*.fr.md"), *(ROOT / "cvcgen/scaffold/fr").rglob("*.md")]
)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands() -> list[str]:
    group = Group(load_phrases("en"))
    return sorted(group.list_commands(None))


def test_generated_pages_are_up_to_date() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "generate-docs"), "--check"]
    stale = subprocess.run(script, capture_output=True, text=True, cwd=ROOT, check=False)
    assert stale.stdout == "", f"run scripts/generate-docs: {stale.stdout}{stale.stderr}"


@pytest.mark.parametrize("page", ["commands.md", "commands.fr.md"])
def test_every_variable_of_our_own_is_documented(page: str) -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "cvcgen").rglob("*.py"))
    known = {name for text in sources for name in re.findall(r'"(CVCGEN_[A-Z]+)"', text)}
    assert {"CVCGEN_CACHE", "CVCGEN_JOBS"} <= known
    told = (ROOT / "docs" / page).read_text("utf-8")
    assert sorted(name for name in known if f"`{name}`" not in told) == []


@pytest.mark.parametrize("page", FRENCH, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_french_breaks_no_line_at_its_signs(page: Path) -> None:
    """In prose; neither in code nor in the labels of forges, which stand in italics."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.M | re.S)
    prose = re.sub(r"`[^`]*`|https?://\S+|<!--.*?-->|\*[^*\n]+\*", "X", text, flags=re.DOTALL)
    assert re.findall(r"[^\n]{,20}(?<!\xa0):(?=\s)[^\n]{,20}", prose) == []
    assert re.findall(r"[^\n]{,20}(?:«(?!\xa0)|(?<!\xa0)[»%])[^\n]{,20}", prose) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    local = [target for target in targets if "://" not in target]
    missing = [target for target in local if not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_into_documents_lead_to_a_heading(page: Path) -> None:
    named = re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", page.read_text("utf-8"))
    local = [(place, anchor) for place, anchor in named if "://" not in place]
    missing = [
        f"{place}#{anchor}"
        for place, anchor in local
        if anchor not in anchors(page.parent / place if place else page)
    ]
    assert missing == []


@cache
def anchors(page: Path) -> frozenset[str]:
    """What a forge lets a link name: headings in its spelling, and explicit places."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    spelt = (re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings)
    return frozenset([*spelt, *re.findall(r'<a id="([^"]+)"', text)])


def test_the_examples_of_the_format_have_no_diagnostic() -> None:
    examples = ROOT / "docs" / "examples"
    assert check(examples).diagnostics == ()
    assert len(list(examples.rglob("*.yaml"))) > len(list(schemas_dir().glob("*.json")))


@pytest.mark.parametrize("module", [history_csv, ranking_csv, score_csv])
def test_every_column_of_a_csv_is_explained(module: ModuleType) -> None:
    data = (ROOT / "docs" / "data.md").read_text("utf-8")
    section = data.partition("## The CSV of the commands")[2].partition("\n## ")[0]
    explained = {
        column
        for line in section.splitlines()
        if line.startswith("| `")
        for column in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    assert set(module.HEAD) <= explained


def test_the_readme_lists_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `cvcgen ([a-z]+)", readme, re.MULTILINE))
    assert listed == set(commands())


def test_the_readme_shows_a_fault_as_its_own_steps_lead_to_it(tmp_path: Path) -> None:
    shutil.copy(ROOT / "cvcgen.yaml", tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    assert cvcgen("new", "project", "Mon projet", folder=tmp_path).code == 0
    project = tmp_path / "content/projects/mon-projet.yaml"
    text = project.read_text("utf-8").replace("rapidite: null", "rapidté: 3", 1)
    project.write_text(text, "utf-8")
    told = cvcgen("check", folder=tmp_path).out.replace(f"{tmp_path}/", "")
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = readme.partition("looks like this:\n\n```\n")[2].partition("\n```")[0]
    assert shown == told.partition("\n\n")[0]


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(
        int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")
    )
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.findall(r"^\.PHONY: ([a-z-]+)$", makefile, re.MULTILINE)
    silent = [
        name for name in phony if not re.search(rf"^{name}:.*## \S", makefile, re.MULTILINE)
    ]
    assert phony
    assert silent == []


def test_every_schema_is_named_in_the_content_or_the_site() -> None:
    named = "".join(
        path.read_text("utf-8").partition("\n")[0]
        for path in [ROOT / "cvcgen.yaml", *(ROOT / "content").rglob("*.yaml")]
    )
    schemas = {path.name for path in schemas_dir().glob("*.schema.json")} - {
        "common.schema.json"
    }
    assert sorted(name for name in schemas if name not in named) == []
