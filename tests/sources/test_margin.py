import shutil
from pathlib import Path

import pytest

from cvcgen.core.model import Clientele, Project, RatedScorecard
from cvcgen.sources.margin import Alone, load_alone
from tests.building import BASE

PROJECT = (BASE / "content/projects/guichet.yaml").read_bytes()
CLIENTELE = (BASE / "content/clienteles/citoyens.yaml").read_bytes()


@pytest.fixture
def site_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site-folder"))


def _project(content: bytes = PROJECT, root: Path = BASE) -> Alone | None:
    return load_alone(root, content)


def test_a_project_comes_with_the_clienteles_and_rubrics_alone() -> None:
    found = _project()
    assert found is not None
    assert isinstance(found.record, Project)
    assert isinstance(found.record.scorecards[0], RatedScorecard)
    assert [c.id for c in found.catalogue.clienteles] == ["citoyens"]
    assert [r.id for r in found.catalogue.rubrics] == ["gain"]
    assert found.catalogue.projects == ()


def test_a_clientele_needs_no_other_file() -> None:
    found = load_alone(BASE, CLIENTELE)
    assert found is not None
    assert isinstance(found.record, Clientele)
    assert found.catalogue.clienteles[0] is found.record


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        b"scorecards: [",
        PROJECT.replace(b"accessibilite: 5", b"accessibilite: five"),
        PROJECT + b"pyramid: []\n",
        PROJECT.replace(b"fr: Guichet", b"fr: Gui\x1bchet"),
        b"a: &x 1\nb: *x\n",
        b"x" * 1_000_000,
    ],
)
def test_a_file_with_faults_is_no_record(content: bytes) -> None:
    assert _project(content) is None


def test_a_folder_that_is_no_site_has_no_pyramids(tmp_path: Path) -> None:
    assert _project(root=tmp_path) is None
    assert _project(root=tmp_path / "missing") is None


def test_a_faulty_clientele_is_left_out(site_folder: Path) -> None:
    (site_folder / "content/clienteles/citoyens.yaml").write_text("name: {", "utf-8")
    found = _project(root=site_folder)
    assert found is not None
    assert found.catalogue.clienteles == ()


def test_links_are_not_followed(site_folder: Path) -> None:
    folder = site_folder / "content/clienteles"
    folder.rename(site_folder / "elsewhere")
    folder.symlink_to(site_folder / "elsewhere")
    found = _project(root=site_folder)
    assert found is not None
    assert found.catalogue.clienteles == ()
