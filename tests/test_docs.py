"""The documentation against the code: what is documented exists, what exists is documented."""

import re
import subprocess
import sys
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

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=lambda path: path.as_posix()
)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands() -> list[str]:
    group = Group(load_phrases("en"))
    return sorted(group.list_commands(None))


def test_generated_pages_are_up_to_date() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "generate-docs"), "--check"]
    stale = subprocess.run(script, capture_output=True, text=True, cwd=ROOT, check=False)
    assert stale.stdout == "", f"run scripts/generate-docs: {stale.stdout}{stale.stderr}"


@pytest.mark.parametrize("page", ["format.fr.md", "commands.fr.md"])
def test_generated_french_has_no_break_before_a_colon(page: str) -> None:
    """A line can neither begin with a colon nor have none before it; of what is no code."""
    text = re.sub(
        r"^```.*?^```$", "", (ROOT / "docs" / page).read_text("utf-8"), flags=re.M | re.S
    )
    prose = re.sub(r"`[^`]*`|https?://\S+", "X", text)
    assert prose.count("\xa0: ") > 5
    assert re.findall(r"[^\n]{,20}(?<!\xa0):(?=\s)[^\n]{,20}", prose) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    local = [target for target in targets if "://" not in target]
    missing = [target for target in local if not (page.parent / target).exists()]
    assert missing == []


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


def test_the_architecture_names_every_package() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    packages = [path for path in (ROOT / "cvcgen").iterdir() if (path / "__init__.py").exists()]
    assert [path.name for path in packages if f"cvcgen/{path.name}" not in text] == []


def test_every_schema_is_named_in_the_content_or_the_site() -> None:
    named = "".join(
        path.read_text("utf-8").partition("\n")[0]
        for path in [ROOT / "cvcgen.yaml", *(ROOT / "content").rglob("*.yaml")]
    )
    schemas = {path.name for path in schemas_dir().glob("*.schema.json")} - {
        "common.schema.json"
    }
    assert sorted(name for name in schemas if name not in named) == []
