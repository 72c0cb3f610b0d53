"""A site's records by id."""

from pathlib import PurePosixPath

from cvcgen.core.diagnostics import message
from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.publish.artifacts import Download
from cvcgen.publish.views.context import Asset
from cvcgen.publish.views.indexing import index_site
from tests.publish.little_sites import board, catalogue, clientele, project, rated


def test_records_assets_and_data_files_are_found() -> None:
    made = catalogue([clientele("gens", ["v"])], [project("a", rated("gens", {"v": "5"}))])
    files = tuple(
        Download(PurePosixPath(name), message("A"), "text/csv", 7, project=about)
        for name, about in (("a", ProjectId("a")), ("b", None), ("c", ProjectId("a")))
    )
    assets = tuple(
        Asset(PurePosixPath("assets", name), "1") for name in ("a.css", "a.js", "favicon.svg")
    )
    index = index_site(made, board(made), files, assets, "9.9")
    assert index.projects[ProjectId("a")] is made.projects[0]
    assert index.places[ProjectId("a"), ClienteleId("gens")].rank == 1
    assert index.downloads_of[None, ProjectId("a")] == (files[0], files[2])
    assert index.downloads_of[None, None] == (files[1],)
    assert [sheet.path.name for sheet in index.stylesheets] == ["a.css"]
    assert list(index.scripts) == ["a.js"]
    assert index.icon == assets[2]
