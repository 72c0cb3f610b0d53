"""A file may hold so much and no more, whichever way it is read."""

from pathlib import PurePosixPath

import pytest

from cvcgen.sources.limits import MAX_DEPTH, MAX_FAULTS, MAX_NODES
from cvcgen.sources.recordfile import read_file

PATH = PurePosixPath("content/projects/guichet.yaml")


def said(text: str) -> set[str]:
    """What is said of too much in that text."""
    found = read_file(PATH, text.encode(), "project").faults
    return {fault.message.text(str) for fault in found if fault.code == "CVC116"}


def nested(depth: int) -> str:
    return "".join(f"{'  ' * level}a:\n" for level in range(depth))


def listed(items: int) -> str:
    return "a:\n" + "- b\n" * items


def faulty(faults: int) -> str:
    return "".join(f"a{number}: 010\n" for number in range(faults))


@pytest.mark.parametrize(
    ("within", "beyond", "message"),
    [
        (nested(MAX_DEPTH), nested(MAX_DEPTH + 1), f"nested deeper than {MAX_DEPTH} levels"),
        (
            listed(MAX_NODES - 3),  # the root, its key and the list
            listed(MAX_NODES - 2),
            f"more than {MAX_NODES} keys and values in one file",
        ),
        (
            faulty(MAX_FAULTS - 1),
            faulty(MAX_FAULTS),
            f"{MAX_FAULTS} faults in this file; the rest is not read",
        ),
    ],
    ids=["depth", "nodes", "faults"],
)
def test_what_is_beyond_a_limit_is_said_so(within: str, beyond: str, message: str) -> None:
    assert message not in said(within)
    assert message in said(beyond)
