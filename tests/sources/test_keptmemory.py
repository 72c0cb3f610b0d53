"""What was made of a file is known in the next run, and never changes what loading gives."""

from pathlib import Path, PurePosixPath

import pytest

from cvcgen.core.model import Kind
from cvcgen.sources import memory
from cvcgen.sources.keptmemory import KeptMemory
from cvcgen.sources.loader import Loaded, load_catalogue
from cvcgen.sources.partdigests import digest_parts
from cvcgen.sources.recordtext import list_fields
from cvcgen.sources.snapshot import Snapshot, read_directory
from cvcgen.store import Store, open_store
from tests.building import base_with, files_in

SITES = Path(__file__).resolve().parents[1] / "sites"
EVERY = [SITES / "base", *sorted((SITES / "valid").iterdir())]
EVERY += sorted(path for path in (SITES / "invalid").iterdir() if path.is_dir())


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    return {"CVCGEN_CACHE": str(tmp_path / "cache")}


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[PurePosixPath]:
    """The files that were really read."""
    found: list[PurePosixPath] = []
    read = memory.read_file

    def noting(path: PurePosixPath, content: bytes | None, schema: str):  # type: ignore
        found.append(path)
        return read(path, content, schema)

    monkeypatch.setattr(memory, "read_file", noting)
    return found


def load(snapshot: Snapshot, place: dict[str, str]) -> Loaded:
    with open_store("records", place) as store:
        memory = KeptMemory(store)
        loaded = load_catalogue(snapshot, memory)
        memory.keep()
        return loaded


@pytest.mark.parametrize("site", EVERY, ids=lambda site: site.name)
def test_what_is_loaded_is_the_same_again(site: Path, place: dict[str, str]) -> None:
    snapshot = base_with(files_in(site))
    cold = load_catalogue(snapshot)
    for _ in range(2):
        found = load(snapshot, place)
        assert repr(found) == repr(cold)
        assert found.texts == cold.texts


def test_a_known_file_is_not_read_again(
    place: dict[str, str], readings: list[PurePosixPath]
) -> None:
    snapshot = read_directory(SITES / "base")
    load(snapshot, place)
    assert len(readings) == len(snapshot.files)
    readings.clear()
    load(snapshot, place)
    assert [str(path) for path in readings] == ["cvcgen.yaml"]


def test_another_text_another_place_and_another_language_are_read(
    place: dict[str, str], readings: list[PurePosixPath]
) -> None:
    snapshot = read_directory(SITES / "base")
    load(snapshot, place)
    project = PurePosixPath("content/projects/guichet.yaml")
    copy = project.with_name("copie.yaml")
    files = {**snapshot.files, copy: snapshot.files[project]}
    files[project] += b"\n# more\n"
    readings.clear()
    load(Snapshot(snapshot.origin, files), place)
    assert {str(path) for path in readings} == {"cvcgen.yaml", str(project), str(copy)}
    settings = PurePosixPath("cvcgen.yaml")
    before = files[settings]
    files[settings] = before.replace(b"[fr, en]", b"[fr]").replace(b"[fr,en]", b"[fr]")
    assert files[settings] != before
    readings.clear()
    load(Snapshot(snapshot.origin, files), place)
    assert len(readings) == len(files)


def test_records_are_kept_once_that_is_asked_for_and_not_before(
    place: dict[str, str], readings: list[PurePosixPath]
) -> None:
    snapshot = read_directory(SITES / "base")
    with open_store("records", place) as store:
        load_catalogue(snapshot, KeptMemory(store))
    readings.clear()
    load(snapshot, place)
    assert len(readings) == len(snapshot.files)
    readings.clear()
    load(snapshot, place)
    assert len(readings) == 1


def test_the_parts_of_a_project_are_the_same_read_kept_and_found_again(
    place: dict[str, str],
) -> None:
    snapshot, found = read_directory(SITES / "base"), []
    for _ in range(2):
        with open_store("records", place) as store:
            memory = KeptMemory(store)
            projects = load_catalogue(snapshot, memory).catalogue.projects
            parts = memory.parts_of(projects)
            assert len(parts) == len(projects) > 0
            found.append(dict(parts))
            memory.keep()
            assert dict(parts) == found[-1]
    plain = {one.id: digest_parts(one, list_fields(Kind.PROJECT, one)) for one in projects}
    assert found == [plain, plain]


def test_without_a_cache_nothing_is_written() -> None:
    class Off(Store):
        def put(self, key: str | bytes, content: bytes) -> None:
            raise AssertionError(key)

    memory = KeptMemory(Off(None, 0))
    load_catalogue(read_directory(SITES / "base"), memory)
    memory.keep()


class Spoilt(Store):
    """A store whose every answer is nonsense."""

    def get_many(self, keys):  # type: ignore
        return dict.fromkeys(keys, b'["nonsense"]')


def test_nonsense_is_read_anew() -> None:
    snapshot = read_directory(SITES / "base")
    found = load_catalogue(snapshot, KeptMemory(Spoilt(None, 0)))
    assert repr(found) == repr(load_catalogue(snapshot))
