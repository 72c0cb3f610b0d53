"""Where a change stands, and who made it."""

from dataclasses import asdict

import pytest

from cvcgen.core.changes.files import ChangedFile, Touch
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Origin
from cvcgen.reports.changes.origins import Tracer, named_origin
from tests.reports.samples import reader

ANCESTOR = Origin("the common ancestor of a and b", "c" * 40, ancestor_of=("a", "b"))
ADA = Touch("a" * 40, "Ada", "2026-10-31T12:00:00Z", "Rate")
BOB = Touch("b" * 40, "Bob", "2026-11-01T12:00:00Z", "Rate again")
PLACE = Location("content/x.yaml", 3, pointer="/ratings/a")


def made(file: ChangedFile, place: Location = PLACE, key: str = "") -> object:
    maker = Tracer((file,), reader()).maker(place, key)
    return None if maker is None else asdict(maker)


def changed(*touches: Touch, **more: object) -> ChangedFile:
    return ChangedFile(PLACE.path, None, 1, touches, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("origin", "en", "fr"),
    [
        (Origin("working tree"), "working tree", "copie de travail"),
        (Origin("v1", "c" * 40), "v1 (cccccccccc)", "v1 (cccccccccc)"),
        (Origin("ccc", "c" * 40), "cccccccccc", "cccccccccc"),
        (
            ANCESTOR,
            "the common ancestor of a and b (cccccccccc)",
            "l’ancêtre commun de a et b (cccccccccc)",
        ),
    ],
)
def test_a_state_is_named_in_the_language_of_its_reader(
    origin: Origin, en: str, fr: str
) -> None:
    assert named_origin(origin, reader()) == en
    assert named_origin(origin, reader("fr")) == fr


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
