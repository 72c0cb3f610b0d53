from pathlib import Path

import pytest

from cvcgen import __version__
from cvcgen.app import check_snapshot, evaluate_checked, render
from cvcgen.app.folders import read_folder
from cvcgen.assets import data_schemas_dir, templates_dir
from cvcgen.publish.ondemand import SiteOnDemand, read_look
from tests.building import BASE, SITES

OWN = Path(__file__).resolve().parents[2]


def open_site(folder: Path) -> tuple[SiteOnDemand, dict[str, bytes]]:
    """The files on demand, and all files as they are published."""
    evaluated = evaluate_checked(check_snapshot(read_folder(folder)))
    catalogue, board = evaluated.checked.catalogue, evaluated.scoreboard
    assert board is not None
    look = read_look(catalogue.site, templates_dir(), None)
    schemas = {path.name: path.read_bytes() for path in data_schemas_dir().glob("*.json")}
    made = {str(one.path): one.content for one in render(catalogue, board)}
    return SiteOnDemand(catalogue, board, look, __version__, schemas), made


@pytest.mark.parametrize("folder", [OWN, BASE, *sorted((SITES / "valid").iterdir())])
def test_every_file_is_the_one_that_is_published(folder: Path) -> None:
    site, made = open_site(folder)
    assert site.paths == tuple(sorted(made))
    # Backwards, so that what others need is not made before by chance.
    assert {path: site.read(path) for path in reversed(site.paths)} == made


def test_what_is_not_there_is_nothing() -> None:
    site, _ = open_site(BASE)
    for path in ("", "/", "none.html", "../cvcgen.yaml", "fr", "fr/"):
        assert site.read(path) is None


def test_a_file_is_made_once_and_only_when_it_is_asked_for() -> None:
    site, _ = open_site(BASE)
    made = []
    makers = site._makers
    for path, make in list(makers.items()):
        makers[path] = lambda path=path, make=make: (made.append(path), make())[1]  # type: ignore[misc]
    assert site.read("fr/projets/guichet.html") is site.read("fr/projets/guichet.html")
    assert made == ["fr/projets/guichet.html", "data/v1/projects/guichet.json"]
