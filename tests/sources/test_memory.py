"""Loading with a memory of former snapshots against loading anew."""

from random import Random

import pytest

from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import Refusal, Snapshot
from tests.building import BASE, base_with, files_in
from tests.sources.reading import paths_read
from tests.stories import CITOYENS, GUICHET, RAPPEL, guichet, rappel

SETTINGS = files_in(BASE)["cvcgen.yaml"]
VARIANTS: dict[str, list[str | bytes | None]] = {
    "cvcgen.yaml": [SETTINGS, SETTINGS.replace(b"[fr, en]", b"[en, fr]"), "title: [", None],
    GUICHET: [guichet("5", "3", "1"), guichet("5", "5", "1"), "title: [", b"\xff", None],
    RAPPEL: [rappel("1", "3", "5"), "title: {fr: R}\nscorecards: 3\n", None],
    RAPPEL.replace("rappel", "Rappel"): [rappel("1", "3", "5"), None, None],
    "content/projects/notes.txt": ["x", None, None],
    CITOYENS: [files_in(BASE)[CITOYENS], "name: C\n"],
}


def random_snapshot(random: Random) -> Snapshot:
    files = {path: random.choice(contents) for path, contents in VARIANTS.items()}
    refused = {"content/values/link.yaml": Refusal.LINK} if random.random() < 0.2 else {}
    return base_with(files, refused)


@pytest.mark.parametrize("seed", range(20))
def test_a_memory_never_changes_what_loading_gives(seed: int) -> None:
    random, memory = Random(seed), Memory()
    for _ in range(12):
        snapshot = random_snapshot(random)
        loaded, anew = load_catalogue(snapshot, memory), load_catalogue(snapshot)
        assert loaded == anew
        assert loaded.texts == anew.texts


@pytest.mark.parametrize("seed", range(20))
def test_what_was_loaded_before_never_changes_what_loading_gives(seed: int) -> None:
    random, memory = Random(seed), Memory()
    files = {path: contents[0] for path, contents in VARIANTS.items()}
    former = None
    for _ in range(40):
        path = random.choice([*VARIANTS])  # one file at a time, as in a history
        files[path] = random.choice(VARIANTS[path])
        refused = {"content/values/link.yaml": Refusal.LINK} if random.random() < 0.1 else {}
        snapshot = base_with(files, refused)
        former, anew = load_catalogue(snapshot, memory, former), load_catalogue(snapshot)
        assert former == anew
        assert former.texts == anew.texts


def test_only_the_records_that_changed_are_put_in_again() -> None:
    memory = Memory()
    before = load_catalogue(base_with({}), memory)
    edited = base_with({GUICHET: guichet("5", "5", "5")})
    after = load_catalogue(edited, memory, before)
    assert after.diagnostics is before.diagnostics
    assert after.catalogue.values is before.catalogue.values
    assert after.catalogue.projects != before.catalogue.projects


def test_records_that_did_not_change_are_the_same_objects() -> None:
    memory = Memory()
    before = load_catalogue(base_with({}), memory).catalogue
    after = load_catalogue(base_with({GUICHET: guichet("5", "5", "5")}), memory).catalogue
    assert after.clienteles[0] is before.clienteles[0]
    assert after.projects[0] is not before.projects[0]
    again = load_catalogue(base_with({}), memory).catalogue
    assert again.projects[0] is before.projects[0]


def test_each_distinct_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = paths_read(monkeypatch)
    memory = Memory()
    for points in ("1", "3", "1", "3"):
        load_catalogue(base_with({GUICHET: guichet("5", "5", points)}), memory)
    assert sorted(read) == sorted([*files_in(BASE), GUICHET])
