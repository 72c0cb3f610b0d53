"""After an edit exactly those files are made anew that the edit changes: work, not time."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.content import write_site
from cvcgen.app import Way, build
from cvcgen.publish.making import workers
from cvcgen.publish.making.pieces import Made, Piece
from cvcgen.publish.views.context import SiteIndex
from tests.building import files_below

PROJECTS = 320
"""Three pages of rankings, four of grids."""
ONE = "projet-00150"
EDITED = f"content/projects/{ONE}.yaml"
Files = dict[str, bytes]


class Workshop:
    """A site that is edited and built again, and what is made of it each time."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.made: list[str] = []
        make = workers.make

        def count(piece: Piece, index: SiteIndex) -> Made:
            self.made.append(piece.path)
            return make(piece, index)

        patch.setattr(workers, "make", count)
        patch.setattr("cvcgen.publish.output.swap._sync_file_system", lambda folder: True)
        write_site(folder, PROJECTS, ("fr",))

    def build(self) -> Files:
        """Every file of the site."""
        self.made.clear()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CVCGEN_CACHE", str(self.folder.with_name("cache")))
            assert build(self.folder, way=Way(workers=1)).written is not None
        return files_below(self.folder / "site")

    def edit(self, pattern: str, new: str, path: str = EDITED) -> tuple[set[str], set[str]]:
        """What was made anew after that edit, and what of it changed."""
        before = self.build()
        file = self.folder / path
        text, count = re.subn(pattern, new, file.read_text("utf-8"), count=1, flags=re.M)
        assert count == 1
        file.write_text(text, "utf-8", newline="\n")
        after = self.build()
        changed = {path for path in after if after[path] != before.get(path)}
        return set(self.made), changed


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with pytest.MonkeyPatch.context() as patch:
        yield Workshop(tmp_path_factory.mktemp("work") / "content", patch)


BESIDE = {"data/v1/index.json", ".cvcgen-manifest.json"}
"""What is no piece."""
OWN = {f"fr/projets/{ONE}.html", f"data/v1/projects/{ONE}.json", "data/v1/projects.json"}


def of_clientele(paths: set[str], name: str) -> set[str]:
    """Those that are about one clientele."""
    return {path for path in paths if f"/{name}." in path or f".{name}." in path}


def pages_of_projects(paths: set[str]) -> set[str]:
    """The ids of the projects whose pages are among them."""
    found = (re.fullmatch(r"fr/projets/(projet-\d+)\.html", path) for path in paths)
    return {page[1] for page in found if page}


def exactly(workshop: Workshop, pattern: str, new: str) -> set[str]:
    """What was made anew after that edit: what changed, and nothing else."""
    made, changed = workshop.edit(pattern, new)
    assert made - changed == set()
    assert changed - made <= BESIDE
    return made


@pytest.mark.parametrize("points", [5, 1])
def test_a_rating_makes_nothing_of_the_other_clientele(workshop: Workshop, points: int) -> None:
    rating = r"(citoyens:\n.*\n    ratings:\n      \w+:) \d"
    workshop.edit(rating, r"\1 0")
    made = exactly(workshop, rating, rf"\1 {points}")
    assert made >= OWN | {"fr/projets/index.html", "data/v1/rankings/citoyens.json"}
    assert of_clientele(made, "intervenants") == set()
    badges = {path for path in made if path.startswith("badges/")}
    assert 1 < len(badges) < PROJECTS
    moved = {path.partition(".")[0].rpartition("/")[2] for path in badges}
    assert pages_of_projects(made) == moved
    assert ONE in moved


def test_a_reason_makes_the_projects_own_files(workshop: Workshop) -> None:
    rating = r"(intervenants:\n.*\n    ratings:\n      \w+:) (\d)"
    why = r"\1 {points: \2, why: Parce que c’est ainsi}"
    assert exactly(workshop, rating, why) == OWN


def test_a_description_makes_the_projects_own_files(workshop: Workshop) -> None:
    assert exactly(workshop, r"## Étapes", "## Démarche") == OWN


def test_whether_it_can_be_done_makes_no_grid_and_no_badge(workshop: Workshop) -> None:
    workshop.edit(r"^feasibility: \w+", "feasibility: feasible")
    made = exactly(workshop, r"^feasibility: \w+", "feasibility: undetermined")
    assert made >= OWN
    assert pages_of_projects(made) == {ONE}
    beside = ("badges/", "fr/valeurs/", "fr/grilles/", "fr/recherche", "fr/methode")
    assert {path for path in made if path.startswith(beside)} == set()


def test_a_title_makes_lists_and_no_page_of_another_project(workshop: Workshop) -> None:
    made = exactly(workshop, r"^  fr: \w+ ", "  fr: Zanzibar ")
    assert made >= OWN | {"fr/recherche.html", "fr/projets/index.html"}
    assert pages_of_projects(made) == {ONE}
    own = {f"badges/{ONE}.{name}.fr.svg" for name in ("citoyens", "intervenants")}
    assert {path for path in made if path.startswith("badges/")} == own


def test_a_comment_and_a_waiver_change_nothing(workshop: Workshop) -> None:
    assert workshop.edit(r"\Z", "# Un mot\n") == (set(), set())
    waiver = "waivers: [{code: CVC416, reason: Voulu, until: '2030-01-01'}]\n"
    made, changed = workshop.edit(r"\Z", waiver)
    assert changed == set()
    assert made <= OWN


def test_a_weight_makes_all_anew(workshop: Workshop) -> None:
    clientele = "content/clienteles/citoyens.yaml"
    made, changed = workshop.edit("kind: illustrative", "kind: declared", clientele)
    assert changed - made <= BESIDE
    assert len(made) > 4 * PROJECTS
