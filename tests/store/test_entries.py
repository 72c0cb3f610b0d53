import os
import random
from pathlib import Path

import pytest

from cvcgen.store import Store, entries, open_store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CVCGEN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(key: str | bytes, name: str = "a") -> bytes | None:
    with open_store(name) as store:
        return store.get(key)


def keep(key: str | bytes, content: bytes, name: str = "a") -> None:
    with open_store(name) as store:
        store.put(key, content)


def test_the_next_run_gets_what_was_put(folder: Path) -> None:
    assert kept("k") is None
    keep("k", b"first")
    keep("k", b"second")
    assert kept("k") == b"second"


def test_a_text_and_its_bytes_are_two_keys(folder: Path) -> None:
    keep("k", b"text")
    keep(b"k", b"bytes")
    assert (kept("k"), kept(b"k")) == (b"text", b"bytes")


def test_stores_have_names(folder: Path) -> None:
    keep("k", b"a")
    assert kept("k", "b") is None
    assert sorted(path.name for path in folder.iterdir()) == ["a.sqlite"]


def test_what_is_not_written_yet_is_found_too(folder: Path) -> None:
    with open_store("a") as store:
        store.put("k", b"1")
        store.put("l", b"2")
        assert store.get_many(["l", "k", "m"]) == {"k": b"1", "l": b"2"}


def test_much_is_written_on_the_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "_MAX_WAITING", 10)
    with open_store("a") as store:
        store.put("k", b"x" * 11)
        assert kept("k") == b"x" * 11
        assert store.get("k") == b"x" * 11


def test_nothing_is_made_by_reading(folder: Path) -> None:
    assert kept("k") is None
    assert not folder.exists()


def test_off_keeps_nothing_and_knows_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("k", b"1")
    monkeypatch.setenv("CVCGEN_CACHE", "off")
    with open_store("a") as store:
        store.put("k", b"2")
        assert store.get("k") is None
    monkeypatch.setenv("CVCGEN_CACHE", str(folder))
    assert kept("k") == b"1"


def test_only_its_user_may_open_a_store(folder: Path) -> None:
    keep("k", b"1")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "a.sqlite").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", [".", "a.sqlite"])
def test_what_others_may_write_is_not_believed(folder: Path, name: str) -> None:
    keep("k", b"1")
    (folder / name).chmod(0o777)
    assert kept("k") is None
    keep("k", b"2")
    (folder / name).chmod(0o700)
    assert kept("k") == b"1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
@pytest.mark.parametrize("kind", ["journal", "wal", "shm"])
def test_a_pipe_beside_a_store_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """SQLite would open it, and wait for ever for somebody to write into it."""
    keep("k", b"1")
    pipe = folder / f"a.sqlite-{kind}"
    os.mkfifo(pipe)
    with monkeypatch.context() as patch:
        patch.setattr("cvcgen.store.database.Database", lambda path: pytest.fail("opened"))
        assert kept("k") is None
        keep("k", b"2")
    pipe.unlink()
    assert kept("k") == b"1"


@pytest.mark.parametrize("kind", ["journal", "wal", "shm"])
def test_a_spoilt_file_takes_along_what_sqlite_had_beside_it(folder: Path, kind: str) -> None:
    keep("k", b"1")
    (folder / "a.sqlite").write_bytes(b"no such thing" * 1_000)
    (folder / f"a.sqlite-{kind}").write_bytes(b"of the file before")
    assert kept("k") is None
    assert list(folder.iterdir()) == []


def test_what_belongs_to_others_is_not_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("k", b"1")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert kept("k") is None


def test_another_tool_knows_nothing_of_this_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("k", b"1")
    with monkeypatch.context() as patch:
        patch.setattr(entries, "_this_tool", lambda: b"another")
        assert kept("k") is None
        keep("k", b"2")
    assert kept("k") == b"1"


def test_a_spoilt_file_is_begun_anew(folder: Path) -> None:
    keep("k", b"1")
    (folder / "a.sqlite").write_bytes(b"no such thing" * 1_000)
    assert kept("k") is None
    keep("k", b"2")
    assert kept("k") == b"2"


def test_no_damaged_byte_is_ever_given_back(folder: Path) -> None:
    """Whatever a broken disk does to the file: the very bytes, or none."""
    truth = {f"k{number}": str(number).encode() * 300 for number in range(60)}
    chance = random.Random(20261122)
    for _ in range(40):
        with open_store("a") as store:
            for key, content in truth.items():
                store.put(key, content)
        if not folder.joinpath("a.sqlite").exists():  # it was spoilt, and is begun anew
            continue
        content = bytearray((folder / "a.sqlite").read_bytes())
        for _ in range(chance.choice((1, 5, 200))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        (folder / "a.sqlite").write_bytes(content[: chance.choice((None, len(content) // 2))])
        with open_store("a") as store:
            found = store.get_many(truth)
        assert found.items() <= truth.items()


@pytest.mark.parametrize("place", ["file", "file/below", "readonly/below"])
def test_a_place_that_cannot_be_used_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "readonly").mkdir(mode=0o500)
    monkeypatch.setenv("CVCGEN_CACHE", str(tmp_path / place))
    if os.access(tmp_path / "readonly", os.W_OK):  # root may write everywhere
        monkeypatch.setattr(Path, "mkdir", lambda *_, **__: (_ for _ in ()).throw(OSError()))
    keep("k", b"1")
    assert kept("k") is None


def test_two_runs_at_once_lose_nothing(folder: Path) -> None:
    with open_store("a") as first, open_store("a") as second:
        first.put("k", b"1")
        second.put("l", b"2")
        assert first.get("l") is None
    assert (kept("k"), kept("l")) == (b"1", b"2")


def test_no_entry_is_larger_than_the_store(folder: Path) -> None:
    with open_store("a", limit=10) as store:
        store.put("k", b"x" * 11)
        assert store.get("k") is None


def test_a_closed_store_knows_and_keeps_nothing(folder: Path) -> None:
    keep("k", b"1")
    store = open_store("a")
    store.close()
    store.put("k", b"2")
    assert store.get("k") is None
    assert kept("k") == b"1"


def test_a_python_without_sqlite_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("k", b"1")

    def fail(_self: Store) -> None:
        raise ImportError

    monkeypatch.setattr(Store, "_open", fail)
    assert kept("k") is None
