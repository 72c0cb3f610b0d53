"""The page of the data files."""

import html
import re
import subprocess
import sys
from pathlib import Path

from cvcgen.assets import data_schemas_dir
from cvcgen.core.model import Catalogue, Provenance
from cvcgen.publish.exports import offer_downloads
from tests.publish.little_sites import (
    board,
    catalogue,
    clientele,
    data_files,
    pages,
    project,
    published,
    rated,
    text,
)


def site() -> Catalogue:
    return catalogue(
        [clientele("gens", {"a": "60", "b": "40"}), clientele("eux", ["a"])],
        [
            project("p", rated("gens", {"a": "5", "b": "n/a"}), rated("eux", {"a": "3"})),
            project("q", published("gens", "50"), provenance=Provenance.ILLUSTRATIVE),
        ],
        source=text("Un rapport", "A report"),
    )


def built() -> tuple[dict[str, bytes], str]:
    """Every data file by path, and the English page."""
    made = site()
    schemas = {path.name: path.read_bytes() for path in data_schemas_dir().glob("*.json")}
    files = data_files(made, board(made), schemas)
    sizes = {path: len(content) for path, content in files.items()}
    downloads = offer_downloads(made, board(made), sizes)
    return files, pages(made, downloads)["en/data.html"]


def test_every_file_of_the_language_is_linked_with_its_format_size_and_rows() -> None:
    files, page = built()
    offered = dict(re.findall(r'<a href="\.\./(data/v1/[^"]+)">([^<]+)<', page))
    expected = {
        path
        for path in files
        if "/schemas/" not in path and ".fr." not in path and not path.endswith("q.json")
    }
    assert expected <= offered.keys()
    for path in expected - {"data/v1/projects/p.json"}:
        assert re.search(r"\((JSON|CSV|XLSX), [\d.]+ (KB|bytes)(, \d+ rows?)?\)", offered[path])
    assert re.search(r"Ranking \(XLSX, [\d.]+ KB, 2 rows\)", page)


def test_json_files_lead_to_their_schemas() -> None:
    files, page = built()
    linked = set(re.findall(r'href="\.\./(data/v1/schemas/[^"]+)"', page))
    assert linked <= files.keys()
    named = {path.rpartition("/")[2].partition(".")[0] for path in linked}
    assert named == {
        *("site", "clienteles", "values", "rubrics", "projects", "index", "ranking", "project")
    }


def test_it_says_where_the_data_come_from() -> None:
    _, page = built()
    assert "A report" in page
    assert "Illustrative data: 1 project<" in page
    assert "2 files, " in page


def test_the_three_lines_recompute_the_scores(tmp_path: Path) -> None:
    files, page = built()
    (program,) = re.findall(r'<pre class="snippet"><code>(.*?)</code></pre>', page, re.DOTALL)
    assert len(program.strip().splitlines()) == 3
    (tmp_path / "p.json").write_bytes(files["data/v1/projects/p.json"])
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", html.unescape(program)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(done.stdout.splitlines()) == ["eux 60", "gens 100"]


def test_a_site_without_data_files_says_so() -> None:
    assert "This site was built without data files." in pages(site())["en/data.html"]
