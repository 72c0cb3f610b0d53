import sqlite3
from pathlib import Path

import pytest

from cvcgen.store.database import Database
from cvcgen.store.fault import Fault

MUCH = 1 << 20


def keys(path: Path, *wanted: bytes) -> dict[bytes, bytes]:
    database = Database(path)
    try:
        return dict(database.read(wanted))
    finally:
        database.close()


def write(path: Path, entries: dict[bytes, bytes], limit: int = MUCH) -> None:
    database = Database(path)
    try:
        database.write(entries, limit)
    finally:
        database.close()


def test_what_is_written_is_read_by_another(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write(path, {b"a": b"1", b"b": b""})
    write(path, {b"a": b"2"})
    assert keys(path, b"a", b"b", b"c") == {b"a": b"2", b"b": b""}


def test_thousands_are_read_at_once(tmp_path: Path) -> None:
    entries = {str(number).encode(): b"x" for number in range(1_700)}
    write(tmp_path / "a", entries)
    assert keys(tmp_path / "a", *entries) == entries


def test_the_oldest_leave_where_there_is_too_much(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for name in (b"a", b"b", b"c", b"d"):
        write(path, {name: b"x" * 100}, limit=399)
    assert keys(path, b"a", b"b", b"c", b"d").keys() == {b"b", b"c", b"d"}


def test_what_is_read_again_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write(path, {b"read": b"x" * 100})
    for number in range(40):
        write(path, {str(number).encode(): b"x" * 100})
    database = Database(path)
    assert dict(database.read([b"read"]))
    database.write({}, MUCH)
    database.close()
    write(path, {b"new": b"x" * 100}, limit=1_000)
    assert keys(path, b"read", b"new", b"0").keys() == {b"read", b"new"}


@pytest.mark.parametrize("column", ["digest", "bytes", "key"])
def test_a_changed_entry_is_none(tmp_path: Path, column: str) -> None:
    path = tmp_path / "a"
    write(path, {b"a": b"1", b"b": b"2"})
    with sqlite3.connect(path) as sql:
        sql.execute("DELETE FROM content WHERE key = ?", (b"b",))
        sql.execute(f"UPDATE content SET {column} = ?", (b"b",))
    sql.close()
    assert keys(path, b"a", b"b") == {}


def test_an_entry_that_is_no_bytes_is_none(tmp_path: Path) -> None:
    write(tmp_path / "a", {b"a": b"1"})
    with sqlite3.connect(tmp_path / "a") as sql:
        sql.execute("UPDATE content SET bytes = 'text'")
    sql.close()
    assert keys(tmp_path / "a", b"a") == {}


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 9", "DROP TABLE content"])
def test_other_tables_are_a_spoilt_file(tmp_path: Path, statement: str) -> None:
    write(tmp_path / "a", {b"a": b"1"})
    with sqlite3.connect(tmp_path / "a") as sql:
        sql.execute(statement)
    sql.close()
    with pytest.raises(Fault) as caught:
        keys(tmp_path / "a", b"a")
    assert caught.value.spoilt


@pytest.mark.parametrize(
    "change",
    [
        "used = x'41'",
        "used = 'a'",
        "used = -1",
        f"used = {2**63 - 1}",
        "size = x'41'",
        "size = -9",
    ],
)
def test_numbers_that_nobody_wrote_are_a_spoilt_file(tmp_path: Path, change: str) -> None:
    write(tmp_path / "a", {b"a": b"1"})
    with sqlite3.connect(tmp_path / "a") as sql:
        sql.execute(f"UPDATE entry SET {change}")
    sql.close()
    with pytest.raises(Fault) as caught:
        write(tmp_path / "a", {b"b": b""})
    assert caught.value.spoilt


def test_an_entry_without_numbers_is_known_and_leaves_like_any_other(tmp_path: Path) -> None:
    much = b"x" * 100
    write(tmp_path / "a", {b"a": b"1", b"b": much})
    with sqlite3.connect(tmp_path / "a") as sql:
        sql.execute("UPDATE entry SET used = NULL, size = NULL WHERE key = ?", (b"a",))
    sql.close()
    assert keys(tmp_path / "a", b"a", b"b") == {b"a": b"1", b"b": much}
    write(tmp_path / "a", {b"c": much}, limit=199)
    assert keys(tmp_path / "a", b"a", b"b", b"c").keys() == {b"c"}


def test_a_damaged_name_of_a_table_is_a_spoilt_file(tmp_path: Path) -> None:
    """SQLite says the name, and Python cannot read what it says."""
    write(tmp_path / "a", {b"a": b"1"})
    whole = (tmp_path / "a").read_bytes()
    (tmp_path / "a").write_bytes(whole.replace(b"entryentry", b"entr\xffentry"))
    with pytest.raises(Fault) as caught:
        keys(tmp_path / "a", b"a")
    assert caught.value.spoilt


def test_what_is_no_database_is_a_spoilt_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"nothing of the kind" * 100)
    with pytest.raises(Fault) as caught:
        Database(tmp_path / "a")
    assert caught.value.spoilt


def test_a_locked_file_is_not_spoilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cvcgen.store.database._SECONDS", 0)
    write(tmp_path / "a", {b"a": b"1"})
    other = sqlite3.connect(tmp_path / "a", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Fault) as caught:
        Database(tmp_path / "a")
    assert not caught.value.spoilt
    other.close()


def test_a_full_disk_loses_nothing_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a", {b"a": b"1"})
    database = Database(tmp_path / "a")
    pages = database._number("PRAGMA page_count")  # as a disk with no room for one more
    database._sql.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Fault) as caught:
        database.write({b"b": b"x" * 100_000}, MUCH)
    assert not caught.value.spoilt
    assert dict(database.read([b"a", b"b"])) == {b"a": b"1"}
    database.close()
