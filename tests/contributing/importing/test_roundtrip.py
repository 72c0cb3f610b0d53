"""Import and export as one: what goes out comes back without a difference."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.app import check, check_snapshot
from cvcgen.authoring.plainyaml import Plain, entry_lines
from cvcgen.contributing.gridexport import GridExport, export_grids
from cvcgen.core.diagnostics import has_errors
from cvcgen.core.model import NotConcerned, ProjectId
from tests.building import BASE, base_with
from tests.contributing.importing.bringing import ENGLISH, FRENCH, brought, said

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("phrases", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_every_project_of_this_repository_goes_out_and_comes_back_the_same(
    kind: str, phrases: object, tmp_path: Path
) -> None:
    checked = check(ROOT)
    files: list[Path] = []
    for project in checked.catalogue.projects:
        if all(isinstance(card, NotConcerned) for card in project.scorecards):
            continue
        files.append(tmp_path / f"{project.id}.{kind}")
        export_grids(checked, GridExport(files[-1], project.id), phrases)  # type: ignore[arg-type]
    done = brought(ROOT, *files, update=True, write=False)
    assert said(done) == []
    assert (done.created, done.updated) == ((), ())
    assert len(done.unchanged) == len(files) > 20


texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), min_size=1
).filter(lambda text: bool(text.strip()))
dangerous = st.sampled_from(["=1+1", "@SUM(A1)", "'=x", "a;-2", "\t+1", "x\n- y", "'", "Total"])
wordings = texts | dangerous
ratings = st.one_of(
    st.none(),
    st.sampled_from([Fraction(points) for points in (0, 1, 3, 5)]),
    st.builds(
        lambda points, why: {"points": points, "why": why},
        st.sampled_from([Fraction(points) for points in (0, 1, 3, 5)]),
        wordings | st.builds(lambda fr, en: {"fr": fr, "en": en}, wordings, wordings),
    ),
    st.builds(lambda reason: {"not_applicable": reason}, wordings),
)
projects = st.builds(
    lambda title, feasibility, given, raters: {
        "title": title,
        "feasibility": feasibility,
        "scorecards": {"citoyens": {"raters": raters, "ratings": given}},
    },
    wordings,
    st.sampled_from(["feasible", "not_feasible", "undetermined"]),
    st.fixed_dictionaries(dict.fromkeys(("accessibilite", "securite", "rapidite"), ratings)),
    st.lists(texts.filter(lambda text: ";" not in text), max_size=3),
)


@settings(max_examples=60)
@given(projects, st.sampled_from(["xlsx", "csv"]), st.sampled_from([ENGLISH, FRENCH]))
def test_whatever_a_project_says_goes_out_and_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    said_of_it: dict[str, Plain],
    kind: str,
    phrases: object,
) -> None:
    lines = [line for key, value in said_of_it.items() for line in entry_lines(key, value)]
    name = "content/projects/made.yaml"
    checked = check_snapshot(base_with({name: "\n".join(lines) + "\n"}))
    assert not has_errors(checked.diagnostics)
    folder = tmp_path_factory.mktemp("made")
    root = Path(shutil.copytree(BASE, folder / "site"))
    (root / name).write_bytes(("\n".join(lines) + "\n").encode())
    grid = folder / f"made.{kind}"
    export_grids(checked, GridExport(grid, "made"), phrases)  # type: ignore[arg-type]
    done = brought(root, grid, update=True, write=False)
    assert said(done) == []
    assert done.updated == ()


def test_a_text_longer_than_a_cell_is_no_change(site: Path, tmp_path: Path) -> None:
    """Excel counts most emoji for two, and a cell holds no more than 32,767."""
    path = site / "content/projects/guichet.yaml"
    title = "\N{ROCKET}" * 20_000
    written = path.read_text("utf-8").replace("Counter", title)
    assert title in written
    path.write_text(written, "utf-8")
    grid = tmp_path / "grid.xlsx"
    export_grids(check(site), GridExport(grid, ProjectId("guichet")), ENGLISH)
    done = brought(site, grid, update=True)
    assert said(done) == []
    assert path.read_text("utf-8") == written
    assert len(done.unchanged) == 1
