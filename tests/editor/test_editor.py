"""What the real YAML language server offers and explains in a new file."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cvcgen.contributing.editorschemas import write_schemas
from cvcgen.contributing.newrecords import NewRecord, create_record
from cvcgen.core.model import Kind
from cvcgen.phrases import load_phrases
from tests.editor.languageserver import NODE, SERVER, LanguageServer

ROOT = Path(__file__).resolve().parents[2]
FRENCH = load_phrases("fr")


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    if NODE is None or (not SERVER.exists() and not os.environ.get("CI")):
        pytest.skip("needs node, and `npm ci --prefix tests/editor`")
    with LanguageServer() as started:
        yield started


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "cvcgen.yaml", tmp_path)
    write_schemas(tmp_path, None, FRENCH)
    return tmp_path


@pytest.fixture
def project(site: Path) -> Path:
    wanted = NewRecord(Kind.PROJECT, "neuf", clienteles=("citoyens",))
    return site / create_record(site, wanted, FRENCH)


def place(path: Path, start: str) -> int:
    """The line that starts so, from 0."""
    lines = path.read_text("utf-8").splitlines()
    [found] = [number for number, line in enumerate(lines) if line.startswith(start)]
    return found


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_file_has_no_fault_in_the_editor(
    server: LanguageServer, site: Path, kind: Kind
) -> None:
    path = site / create_record(site, NewRecord(kind, "neuf"), FRENCH)
    server.open(path)
    assert server.faults[path.as_uri()] == []


def test_every_file_of_the_content_has_no_fault_in_the_editor(
    server: LanguageServer, site: Path
) -> None:
    own = "../../.cvcgen/schemas/"
    for path in sorted((site / "content").rglob("*.yaml")):
        path.write_text(path.read_text("utf-8").replace("../../schemas/", own, 1), "utf-8")
        server.open(path)
        assert server.faults[path.as_uri()] == []


@pytest.mark.parametrize(
    ("name", "faults"), [("\u3164 \u2800", 1), ("\U000e0100", 1), ("\u3164.", 0)]
)
def test_a_name_that_shows_nothing_is_a_fault_in_the_editor(
    server: LanguageServer, site: Path, name: str, faults: int
) -> None:
    path = site / create_record(site, NewRecord(Kind.VALUE, "neuf"), FRENCH)
    first = path.read_text("utf-8").splitlines()[0]
    path.write_text(f"{first}\nname: '{name}'\n", "utf-8")
    server.open(path)
    assert len(server.faults[path.as_uri()]) == faults


def test_a_rating_completes_to_the_levels_with_what_they_mean(
    server: LanguageServer, project: Path
) -> None:
    server.open(project)
    line = place(project, "      accessibilite: null")
    offered = server.complete(project, line, len("      accessibilite: "))
    assert list(offered) == ["0", "1", "3", "5", "null"]
    assert offered["3"].startswith("3 Moyen: Une bonne partie des personnes")


def test_values_complete_to_those_of_the_pyramid_that_are_left(
    server: LanguageServer, project: Path
) -> None:
    text = project.read_text("utf-8").replace("      agilite: null", "      ")
    project.write_text(text, "utf-8")
    server.open(project)
    line = len(text[: text.index("\n      \n")].splitlines())
    offered = server.complete(project, line, 6)
    assert list(offered) == ["agilite"]
    assert offered["agilite"].startswith("Le service s'ajuste")


def test_clienteles_complete_to_those_of_the_site(server: LanguageServer, site: Path) -> None:
    path = site / "content/projects/neuf.yaml"
    schema = "# yaml-language-server: $schema=../../.cvcgen/schemas/project.schema.json"
    path.write_text(f"{schema}\ntitle: Neuf\nscorecards:\n  \n", "utf-8")
    server.open(path)
    assert sorted(server.complete(path, 3, 2)) == ["citoyens", "clients-2019", "intervenants"]


def test_hovering_over_a_value_tells_its_definition_and_levels(
    server: LanguageServer, project: Path
) -> None:
    server.open(project)
    shown = server.hover(project, place(project, "      accessibilite: null"), 8)
    assert "Accessibilité" in shown
    assert "Pouvoir joindre le service" in shown
    assert "3 Moyen: Une bonne partie des personnes" in shown


def test_a_rating_that_the_rubric_does_not_have_is_marked(
    server: LanguageServer, project: Path
) -> None:
    text = project.read_text("utf-8").replace("accessibilite: null", "accessibilite: 2")
    project.write_text(text, "utf-8")
    server.open(project)
    assert server.faults[project.as_uri()] == [
        "Value is not accepted. Valid values: 0, 1, 3, 5, null."
    ]


def test_a_clientele_completes_to_the_values_of_the_site(
    server: LanguageServer, site: Path
) -> None:
    path = site / create_record(site, NewRecord(Kind.CLIENTELE, "neuf"), FRENCH)
    server.open(path)
    line = place(path, "  - value: accessibilite")
    offered = server.complete(path, line, len("  - value: "))
    assert {"accessibilite", "securite"} <= set(offered)
    assert offered["securite"].startswith("Sécurité: Avoir l'assurance")
