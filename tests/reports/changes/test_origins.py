"""Where a change stands, and who made it."""

from dataclasses import asdict

import pytest

from cvcgen.core.changes.files import ChangedFile, Touch
from cvcgen.core.diagnostics import Location
from cvcgen.reports.changes.origins import Tracer
from tests.reports.samples import reader

ADA = Touch("a" * 40, "Ada", "2026-10-31T12:00:00Z", "Rate")
BOB = Touch("b" * 40, "Bob", "2026-11-01T12:00:00Z", "Rate again")
PLACE = Location("content/x.yaml", 3, pointer="/ratings/a")


def made(file: ChangedFile, place: Location = PLACE, key: str = "") -> object:
    maker = Tracer((file,), reader()).maker(place, key)
    return None if maker is None else asdict(maker)


def changed(*touches: Touch, **more: object) -> ChangedFile:
    return ChangedFile(PLACE.path, None, 1, touches, **more)  # type: ignore[arg-type]


def test_of_a_file_that_several_have_touched_each_change_has_its_maker() -> None:
    file = changed(ADA, BOB, makers={"/ratings/a": BOB, "/ratings/a/why": None})
    assert made(file) == {"commit": "b" * 40, "author": "Bob"}
    assert made(file, key="why") == {"commit": None, "author": None}
    assert made(file, key="evidence") is None


def test_a_file_that_one_has_touched_has_one_maker() -> None:
    assert made(changed(ADA)) == {"commit": "a" * 40, "author": "Ada"}
    assert made(changed(uncommitted=True)) == {"commit": None, "author": None}


@pytest.mark.parametrize("file", [changed(), changed(ADA, BOB), changed(ADA, uncommitted=True)])
def test_who_is_not_known_is_not_guessed(file: ChangedFile) -> None:
    assert made(file) is None


def test_of_a_file_that_did_not_change_nobody_is_known() -> None:
    assert made(changed(ADA), Location("content/y.yaml", 1)) is None
