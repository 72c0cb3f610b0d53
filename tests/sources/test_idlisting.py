from pathlib import Path

from cvcgen.core.model import Kind
from cvcgen.sources.idlisting import list_ids
from tests.building import SITES


def test_ids_are_the_names_of_the_files_sorted() -> None:
    assert list_ids(SITES / "base", Kind.VALUE) == ("accessibilite", "rapidite", "securite")
    assert list_ids(SITES / "base", Kind.CLIENTELE) == ("citoyens",)


def test_what_can_be_no_id_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "content/projects"
    folder.mkdir(parents=True)
    for name in ("a.yaml", "A b.yaml", "$(id).yaml", "c.yml", "README.md", "con.yaml"):
        (folder / name).touch()
    assert list_ids(tmp_path, Kind.PROJECT) == ("a",)


def test_without_a_folder_there_is_nothing(tmp_path: Path) -> None:
    assert list_ids(tmp_path, Kind.RUBRIC) == ()
    (tmp_path / "content").touch()
    assert list_ids(tmp_path, Kind.RUBRIC) == ()
