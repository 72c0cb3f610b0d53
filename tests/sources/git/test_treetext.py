"""Folders read quickly against folders read anew."""

from random import Random

import pytest

from cvcgen.sources.git import GitError
from cvcgen.sources.git.treetext import Entry, Form, TreeParser

_MODES = ("100644", "100755", "120000", "40000", "160000")
Rows = list[tuple[str, str, str]]
"""Mode, name and id of each entry."""


def written(rows: Rows) -> bytes:
    """The bytes of git's own: a folder's name sorts as if it ended with a slash."""

    def order(row: tuple[str, str, str]) -> bytes:
        return row[1].encode() + (b"/" if row[0] == "40000" else b"")

    return b"".join(
        f"{mode} {name}\0".encode() + bytes.fromhex(id)
        for mode, name, id in sorted(rows, key=order)
    )


def random_id(chance: Random, length: int) -> str:
    """Often with bytes that stand between names elsewhere."""
    return "".join(chance.choice(["00", "20", "31", "2f", "a7"]) for _ in range(length // 2))


def edited(rows: Rows, chance: Random, length: int) -> Rows:
    """Mostly other ids alone; now and then another name, mode or number of entries."""
    found = list(rows)
    for _ in range(chance.choice([0, 1, 1, 2, 5, 50])):
        at = chance.randrange(len(found))
        found[at] = (*found[at][:2], random_id(chance, length))
    if chance.random() < 0.2:
        at = chance.randrange(len(found))
        mode, name, id = found[at]
        other = f"{name[:-1]}{chance.choice('xyz')}"
        taken = other in {one for _, one, _ in found}
        found[at] = (chance.choice(_MODES), name, id) if taken else (mode, other, id)
    if chance.random() < 0.1:
        found.pop(chance.randrange(len(found)))
    return found


@pytest.mark.parametrize("length", [40, 64])
def test_any_walk_of_folders_reads_as_each_does_alone(length: int) -> None:
    chance, parser = Random(20261122), TreeParser()
    for _ in range(40):
        names = [
            f"{chance.choice('abé')}{chance.choice(['', '.b', '0'])}{n}" for n in range(40)
        ]
        rows = [(chance.choice(_MODES), name, random_id(chance, length)) for name in names]
        for _ in range(15):
            content = written(rows)
            alone = TreeParser().parse("0" * length, content)
            assert parser.parse("0" * length, content) == alone
            rows = edited(rows, chance, length) if len(rows) > 1 else rows


def test_an_entry_that_stayed_is_the_same_object() -> None:
    parser, ids = TreeParser(), [f"{n:040x}" for n in range(300)]
    rows: Rows = [("100644", f"{n:03}.yaml", ids[n]) for n in range(300)]
    before = parser.parse(ids[0], written(rows))
    rows[7] = ("100644", "007.yaml", "f" * 40)
    after = parser.parse(ids[1], written(rows))
    assert after[7] == Entry("007.yaml", Form.FILE, "f" * 40)
    assert [n for n in range(300) if before[n] is not after[n]] == [7]


@pytest.mark.parametrize(
    "content",
    [
        b"100644 ab\0" + b"x" * 19,
        b"100644 a\0" + b"x" * 20 + b"?",
        b"100644 a/b\0" + b"x" * 20,
        b"170000 a\0" + b"x" * 20,
        (b"100644 a\0" + b"x" * 20) * 2,
    ],
)
def test_what_is_no_folder_is_damaged_also_after_one_of_its_length(content: bytes) -> None:
    parser = TreeParser()
    parser.parse("0" * 40, b"100644 " + b"n" * (len(content) - 28) + b"\0" + b"y" * 20)
    with pytest.raises(GitError):
        parser.parse("0" * 40, content)
