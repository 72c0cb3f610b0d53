import shutil
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure
from cvcgen.contributing.editorschemas import write_schemas
from cvcgen.phrases import load_phrases
from tests.building import BASE

FRENCH = load_phrases("fr")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def failure(site: Path, output: Path | None) -> str:
    with pytest.raises(EnvironmentFailure) as caught:
        write_schemas(site, output, FRENCH)
    return caught.value.message.text(str)


def test_a_file_is_no_folder_to_write_into(site: Path, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x", "utf-8")
    assert failure(site, tmp_path / "plain") == f"`{tmp_path / 'plain'}` is not a folder"
    inside = tmp_path / "plain/inside"
    assert failure(site, inside) == f"cannot write `{inside}`: Not a directory"
    assert (tmp_path / "plain").read_text("utf-8") == "x"


def test_they_lie_in_a_folder_that_git_ignores(site: Path) -> None:
    folder = write_schemas(site, None, FRENCH)
    assert folder == site / ".cvcgen/schemas"
    assert len(contents(folder)) == 6
    assert (site / ".cvcgen/.gitignore").read_text().endswith("\n*\n")


def test_writing_again_replaces_them_by_the_same_bytes(site: Path) -> None:
    before = contents(write_schemas(site, None, FRENCH))
    assert contents(write_schemas(site, None, FRENCH)) == before


def test_another_folder_gets_the_schemas_alone(site: Path, tmp_path: Path) -> None:
    write_schemas(site, tmp_path / "a/b", FRENCH)
    assert all(name.endswith(".schema.json") for name in contents(tmp_path / "a/b"))
    assert not (site / ".cvcgen").exists()


def test_a_file_of_someone_else_is_kept_and_nothing_is_written(
    site: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "value.schema.json"
    theirs.write_text("{}")
    said = failure(site, tmp_path)
    assert said == f"`{theirs}` was not written by `cvcgen schema`: nothing was written"
    assert theirs.read_text() == "{}"
    assert not (tmp_path / "common.schema.json").exists()


def test_a_folder_in_the_place_of_a_schema_is_kept(site: Path, tmp_path: Path) -> None:
    (tmp_path / "value.schema.json").mkdir()
    assert "was not written by" in failure(site, tmp_path)


def test_a_file_in_the_place_of_the_folder_is_told(site: Path) -> None:
    (site / ".cvcgen").write_text("")
    folder = site / ".cvcgen/schemas"
    assert failure(site, None) == f"cannot write `{folder}`: Not a directory"
    (site / "other").write_text("")
    assert "other" in failure(site, site / "other")
