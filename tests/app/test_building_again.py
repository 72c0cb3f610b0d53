"""A rebuild equals a clean build, byte for byte, whatever was changed in between.

A walk of edits, drawn by Hypothesis: each step edits the site, builds it where it was built
before, and compares the tree with that of a build that knows nothing.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cvcgen.app import Way, build, building
from cvcgen.assets import schemas_dir, templates_dir
from cvcgen.store import entries, fingerprint
from tests.app.any_project import Chosen, choose_all, choose_one, write_project
from tests.building import BASE, files_below
from tests.sources.git.conftest import isolated  # noqa: F401 - a fixture of every test here
from tests.sources.git.histories import History

PROJECTS = "content/projects"
WALKS, STEPS = int(os.environ.get("CVCGEN_WALKS", "2")), 4
"""How many walks, of how many edits; for a long campaign set the variable."""
BROKEN = "title: [\n"
CLIENTELES = ("citoyens", "agents")


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No build waits for the disk."""
    monkeypatch.setattr("cvcgen.publish.output.swap._sync_file_system", lambda folder: True)


class Walker:
    """A site that is edited and built again and again."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.clean = folder.with_name("clean")
        self.monkeypatch = monkeypatch
        self.version = "9.0"
        shutil.copytree(BASE, folder)
        [model] = self.projects()
        for number, points in enumerate("015"):
            path = model.with_name(f"autre-{number}.yaml")
            shutil.copy(model, path)
            self.replace(path, r"accessibilite: \d", f"accessibilite: {points}")
        citizens = folder / "content/clienteles/citoyens.yaml"
        others = re.sub("Citoyens", "Agents", citizens.read_text("utf-8"))
        citizens.with_name("agents.yaml").write_text(others, "utf-8")
        self.chosen: dict[Path, Chosen] = {}
        (folder / ".gitignore").write_text("site\n")
        self.history = History(folder)
        self.history.git("init", "--quiet", "--initial-branch=main")
        self.commits = 0
        self.commit()
        monkeypatch.setenv("CVCGEN_CACHE", str(folder.with_name("cache")))

    def commit(self) -> None:
        """A commit of everything; one a day."""
        self.commits += 1
        self.history.git("add", ".")
        message = f"commit {self.commits}"
        day = f"2026-01-{self.commits:02}T12:00:00Z"
        said = ("commit", "--quiet", "--allow-empty", "-m", message)
        self.history.git(*said, GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)

    def build(self, workers: int = 1) -> None:
        """Builds as a user does, and beside it from nothing: the same, or both refuse."""
        self.monkeypatch.setattr(building, "__version__", self.version)
        built = build(self.folder, way=Way(workers))
        with self.monkeypatch.context() as without:
            without.setenv("CVCGEN_CACHE", "off")
            shutil.rmtree(self.clean, ignore_errors=True)
            cleanly = build(self.folder, self.clean, way=Way(1))
        assert (built.written is None) == (cleanly.written is None)
        assert built.faults == cleanly.faults
        if built.written is not None:
            assert files_below(self.folder / "site") == files_below(self.clean)

    def projects(self) -> list[Path]:
        return sorted((self.folder / PROJECTS).glob("*.yaml"))

    def replace(self, path: Path, pattern: str, new: str) -> None:
        text = path.read_text("utf-8")
        path.write_text(re.sub(pattern, new, text, count=1), "utf-8")


def rate(walker: Walker, draw: Callable[[int], int]) -> None:
    path = walker.projects()[draw(len(walker.projects()))]
    points = (0, 1, 3, 5)[draw(4)]
    value = ("accessibilite", "securite", "rapidite")[draw(3)]
    walker.replace(path, rf"{value}: (\d|null)", f"{value}: {points}")


def rewrite(walker: Walker, draw: Callable[[int], int]) -> None:
    """A project in which anything may be anything."""
    path = walker.folder / PROJECTS / f"divers-{draw(3)}.yaml"
    walker.chosen[path] = choose_all(CLIENTELES, draw)
    path.write_text(write_project(walker.chosen[path], CLIENTELES), "utf-8")


def tweak(walker: Walker, draw: Callable[[int], int]) -> None:
    """Three such projects, built, and then one thing in one of them."""
    if not all(path.exists() for path in walker.chosen) or len(walker.chosen) < 3:
        for number in range(3):
            rewrite(walker, lambda limit, number=number: number if limit == 3 else draw(limit))
        walker.build()
    for _ in range(3):
        path = sorted(walker.chosen)[draw(len(walker.chosen))]
        walker.chosen[path] = choose_one(walker.chosen[path], draw)
        path.write_text(write_project(walker.chosen[path], CLIENTELES), "utf-8")
        walker.build()


def retitle(walker: Walker, draw: Callable[[int], int]) -> None:
    path = walker.projects()[draw(len(walker.projects()))]
    walker.replace(path, r"title:.*", f"title: {{fr: Titre {draw(99)}, en: Title {draw(99)}}}")


def add(walker: Walker, draw: Callable[[int], int]) -> None:
    model = walker.projects()[draw(len(walker.projects()))]
    shutil.copy(model, walker.folder / PROJECTS / f"nouveau-{draw(4)}.yaml")


def rename(walker: Walker, draw: Callable[[int], int]) -> None:
    path = walker.projects()[draw(len(walker.projects()))]
    path.rename(path.with_name(f"renomme-{draw(4)}.yaml"))


def remove(walker: Walker, draw: Callable[[int], int]) -> None:
    if len(walker.projects()) > 1:
        walker.projects()[draw(len(walker.projects()))].unlink()


def weigh(walker: Walker, draw: Callable[[int], int]) -> None:
    clienteles = sorted((walker.folder / "content/clienteles").glob("*.yaml"))
    path = clienteles[draw(len(clienteles))]
    first, second = (("30", "20"), ("20", "30"), ("25", "25"))[draw(3)]
    text = path.read_text("utf-8")
    found = re.findall(r"weight: \d+", text)
    if len(found) > 1:
        text = text.replace(found[0], f"weight: {first}", 1)
        path.write_text(text.replace(found[-1], f"weight: {second}", 1), "utf-8")


def define(walker: Walker, draw: Callable[[int], int]) -> None:
    values = sorted((walker.folder / "content/values").glob("*.yaml"))
    path = values[draw(len(values))]
    walker.replace(path, r"name:.*", f"name: {{fr: Valeur {draw(9)}, en: Value {draw(9)}}}")


def translate(walker: Walker, draw: Callable[[int], int]) -> None:
    languages = ("[fr]", "[fr, en]", "[en, fr]")[draw(3)]
    walker.replace(walker.folder / "cvcgen.yaml", r"languages:.*", f"languages: {languages}")


def settle(walker: Walker, draw: Callable[[int], int]) -> None:
    title = f"title: {{fr: Site {draw(9)}, en: Site {draw(9)}}}"
    walker.replace(walker.folder / "cvcgen.yaml", r"title:.*", title)


def host(walker: Walker, draw: Callable[[int], int]) -> None:
    """Links to files and lines, whose revision is another with every commit."""
    site = walker.folder / "cvcgen.yaml"
    text = re.sub(r"repository:.*\n", "", site.read_text("utf-8"))
    url = f"https://github.com/example/{draw(2)}"
    site.write_text(f"{text}repository: {{url: {url}, branch: main}}\n", "utf-8")
    walker.build()
    walker.commit()
    walker.build()
    walker.commit()


def commit(walker: Walker, _draw: Callable[[int], int]) -> None:
    walker.commit()


def dress(walker: Walker, draw: Callable[[int], int]) -> None:
    own = walker.folder / "templates"
    if own.exists() and draw(2):
        shutil.rmtree(own)
        return
    (own / "assets").mkdir(parents=True, exist_ok=True)
    (own / "badge.svg.jinja").write_text(f"<svg><!-- {draw(3)} --></svg>", "utf-8")
    (own / "assets/cvcgen.css").write_text(f"p {{ order: {draw(3)} }}", "utf-8")


def upgrade(walker: Walker, draw: Callable[[int], int]) -> None:
    walker.version = f"9.{draw(3)}"


def reship(walker: Walker, draw: Callable[[int], int]) -> None:
    """The same version with another template and another schema, as an edited checkout has."""
    shipped = {"templates_dir": templates_dir(), "schemas_dir": schemas_dir()}
    patch = walker.monkeypatch
    for name, folder in shipped.items():
        copy = walker.folder.with_name(name)
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        patch.setattr(fingerprint, name, lambda copy=copy: copy)
    patch.setattr(entries, "_this_tool", fingerprint.tool_fingerprint)
    templates, schemas = (walker.folder.with_name(name) for name in shipped)
    patch.setattr(building, "templates_dir", lambda: templates)
    patch.setattr(building, "data_schemas_dir", lambda: schemas / "data")
    with (templates / "base.html.jinja").open("a", encoding="utf-8") as file:
        file.write(f"<!-- {draw(9)} -->\n")
    with (schemas / "data/site.schema.json").open("a", encoding="utf-8") as file:
        file.write("\n" * (1 + draw(9)))


def damage(walker: Walker, draw: Callable[[int], int]) -> None:
    """Content with an error: nothing is built, and what was built before is still known."""
    path = walker.projects()[draw(len(walker.projects()))]
    whole = path.read_bytes()
    path.write_text(BROKEN, "utf-8")
    walker.build()
    path.write_bytes(whole)


def meddle(walker: Walker, draw: Callable[[int], int]) -> None:
    """Files of the site that somebody changed, removed or replaced by hand."""
    pages = sorted((walker.folder / "site").rglob("*.html"))
    if not pages:
        return
    page = pages[draw(len(pages))]
    if draw(2):
        page.unlink()
    else:
        page.write_text("by hand", "utf-8")


def forget(walker: Walker, draw: Callable[[int], int]) -> None:
    """A cache that is gone, or holds something else."""
    for path in walker.folder.with_name("cache").glob("*"):
        if draw(2):
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[: draw(9000)] + b"spoilt")


EDITS = (
    *(
        tweak,
        tweak,
        rewrite,
        rate,
        retitle,
        add,
        rename,
        remove,
        weigh,
        define,
        translate,
        settle,
        dress,
    ),
    *(upgrade, reship, damage, meddle, forget, host, commit, commit),
)


@settings(
    max_examples=WALKS,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_walk_of_edits_always_leaves_what_a_clean_build_gives(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        walker = Walker(tmp_path_factory.mktemp("walk") / "content", patch)
        walker.build()
        for _ in range(STEPS):
            edit = data.draw(st.sampled_from(EDITS))
            edit(walker, lambda limit: data.draw(st.integers(0, limit - 1)))
            walker.build()


@pytest.fixture
def walker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walker:
    made = Walker(tmp_path / "content", monkeypatch)
    made.build()
    return made


@pytest.mark.parametrize("edit", dict.fromkeys(EDITS))
def test_each_edit_leaves_what_a_clean_build_gives(
    walker: Walker, edit: Callable[[Walker, Callable[[int], int]], None]
) -> None:
    edit(walker, lambda limit: 1 % limit)
    walker.build()
