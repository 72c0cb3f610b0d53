"""All files of a site, in one line: data before pages, each once, kept where they can be."""

from pathlib import Path

import pytest

from cvcgen.assets import templates_dir
from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.exports import offer_downloads
from cvcgen.publish.making.former import open_former
from cvcgen.publish.making.record import Record, RecordedFile
from cvcgen.publish.output import swap, write_site
from cvcgen.publish.production import Outfit, Production, State
from tests.publish.little_sites import (
    board,
    catalogue,
    clientele,
    data_files,
    pages,
    parts,
    project,
    rated,
)

OUTFIT = Outfit("9.9", templates_dir(), None, {"site.schema.json": b"{}"})


def state(points: str = "5", count: int = 3) -> State:
    """A site of projects, of which one is rated like that."""
    made = catalogue(
        [clientele("gens", ["v", "w"])],
        [
            project(f"p{n}", rated("gens", {"v": points if n == 0 else "1", "w": str(n % 2)}))
            for n in range(count)
        ],
        url="https://example.org",
    )
    return State(made, board(made), parts(made))


def contents(production: Production) -> dict[str, bytes]:
    files = list(production.files())
    made = {str(file.path): file.content for file in files if isinstance(file, Artifact)}
    assert len(made) == len(files)
    return made


def test_the_files_are_those_of_pages_and_exports_each_once() -> None:
    said = state()
    data = data_files(said.catalogue, said.scoreboard, OUTFIT.schemas)
    sizes = {path: len(content) for path, content in data.items()}
    downloads = offer_downloads(said.catalogue, said.scoreboard, sizes)
    expected = {path: page.encode() for path, page in pages(said.catalogue, downloads).items()}
    assert contents(Production(said, OUTFIT)) == expected | data


def test_any_number_of_workers_makes_the_same_site() -> None:
    alone = contents(Production(state(count=100), OUTFIT))
    assert contents(Production(state(count=100), OUTFIT, workers=2)) == alone


def test_progress_ends_with_all_files() -> None:
    said: list[tuple[int, int]] = []
    contents(Production(state(), OUTFIT, progress=lambda *counts: said.append(counts)))
    assert said[-1][0] == said[-1][1]
    assert [ready for ready, _ in said] == sorted(ready for ready, _ in said)


def test_a_second_production_keeps_all_that_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_sync_file_system", lambda folder: True)
    first = Production(state(), OUTFIT)
    written = write_site(first.files(), tmp_path / "site")
    assert written.manifest is not None
    files = {
        path: RecordedFile(digest, written.seals[path], first.reads.get(path, frozenset()))
        for path, digest in written.digests.items()
    }
    record = Record("same", first.held, files, facts=first.facts)
    former = open_former(record, tmp_path / "site", "same")
    second = Production(state(), OUTFIT, former)
    made = {str(file.path) for file in second.files() if isinstance(file, Artifact)}
    assert {path.partition("/")[0] for path in made} == {
        *("assets", "data", "robots.txt", "sitemap.xml")
    }
    assert [path for path in made if path.startswith("data")] == [
        "data/v1/schemas/site.schema.json"
    ]
    assert (second.reads, second.held) == (first.reads, first.held)


def test_a_projects_page_is_made_from_that_project_its_places_and_how_many_are_ranked() -> None:
    production = Production(state(), OUTFIT)
    contents(production)
    own = {"project/p1", "place/p1/gens", "ranked/gens", "downloads//p1"}
    for path in ("fr/projets/p1.html", "data/v1/projects/p1.json"):
        assert production.reads[path] <= own, path
    shown = {"title/p1", "state/p1", "points/p1/gens", "place/p1/gens", "ranked/gens"}
    assert production.reads["badges/p1.gens.fr.svg"] == shown


def test_no_page_is_made_from_what_nobody_can_name() -> None:
    production = Production(state(), OUTFIT)
    contents(production)
    assert "anything" not in production.held
    assert "origin" not in production.reads["fr/index.html"]
