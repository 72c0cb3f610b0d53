"""The parts of edited projects keep their names, told from the sources of former builds."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import pytest

from cvcgen.app.namedparts import find_parts
from cvcgen.core.model import ClienteleId, Language, ProjectId
from cvcgen.core.projectparts import CardParts, ProjectParts
from cvcgen.sources.loader import load_catalogue
from cvcgen.store import Store, open_store
from tests.building import BASE, base_with

PATH = "content/projects/guichet.yaml"
TEXT = (BASE / PATH).read_text("utf-8")
GUICHET, CITOYENS = ProjectId("guichet"), ClienteleId("citoyens")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store("sources", {"CVCGEN_CACHE": str(tmp_path / "cache")}) as opened:
        yield opened


def parts_of(
    text: str,
    store: Store,
    former: ProjectParts | None = None,
    path: str = PATH,
    languages: tuple[Language, ...] = (Language("fr"), Language("en")),
) -> ProjectParts:
    """What the project is made of whose file has that text."""
    snapshot = base_with({PATH: None, path: text})
    projects = load_catalogue(snapshot).catalogue.projects
    known = {} if former is None else {GUICHET: former}
    return find_parts(projects, snapshot.files, languages, known, store)[GUICHET]


def named(parts: ProjectParts) -> set[str]:
    """All names that its parts have."""
    plain = {parts.title, parts.state, parts.summary, parts.text, parts.kinds, parts.whole}
    return plain | {name for card in parts.cards.values() for name in (card.points, card.whole)}


def test_the_parts_of_a_new_project_are_named_by_its_source(store: Store) -> None:
    parts = parts_of(TEXT, store)
    assert named(parts) == {parts.whole}
    assert store.get(parts.whole) == f"{PATH}\0{TEXT}".encode()


def test_a_source_that_has_not_changed_is_not_even_looked_up(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def look_up(keys: Iterable[str]) -> dict[str, bytes]:
        asked.extend(keys)
        return {}

    monkeypatch.setattr(store, "get_many", look_up)
    monkeypatch.setattr(store, "put", lambda key, _: asked.append(key))
    parts = parts_of(TEXT, store)
    assert asked == [parts.whole]
    assert parts_of(TEXT, store, parts) is parts
    assert asked == [parts.whole]


def test_what_an_edit_leaves_alone_keeps_its_name(store: Store) -> None:
    before = parts_of(TEXT, store)
    after = parts_of(TEXT.replace("securite: 3", "securite: 5"), store, before)
    assert after.whole not in named(before)
    card = CardParts(after.whole, after.whole)
    assert after == ProjectParts(
        before.title,
        before.state,
        before.summary,
        before.text,
        before.kinds,
        after.whole,
        {CITOYENS: card},
    )
    retitled = TEXT.replace("securite: 3", "securite: 5").replace("Guichet", "Comptoir")
    later = parts_of(retitled, store, after)
    assert (later.title, later.state, later.cards) == (
        later.whole,
        before.state,
        {CITOYENS: card},
    )


def test_an_edit_that_is_taken_back_is_an_edit(store: Store) -> None:
    before = parts_of(TEXT, store)
    edited = parts_of(TEXT.replace("Guichet", "Comptoir"), store, before)
    after = parts_of(TEXT, store, edited)
    assert after.title == before.title == before.whole
    assert edited.title not in {before.title, before.whole}


@pytest.mark.parametrize("spoilt", [None, b"", b"\xff", b"no path", f"{PATH}\0[".encode()])
def test_without_the_former_source_all_has_another_name(
    store: Store, spoilt: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = parts_of(TEXT, store)
    kept = {} if spoilt is None else {before.whole: spoilt}
    monkeypatch.setattr(store, "get_many", lambda _: kept)
    after = parts_of(f"{TEXT}# a comment\n", store, before)
    assert named(after) == {after.whole} != {before.whole}


def test_a_file_that_lies_elsewhere_is_another_one(store: Store) -> None:
    before = parts_of(TEXT, store)
    path = str(PurePosixPath(PATH).with_suffix(".yml"))
    after = parts_of(TEXT, store, before, path)
    assert named(after) == {after.whole} != {before.whole}


def test_in_other_languages_a_source_has_another_name(store: Store) -> None:
    before = parts_of(TEXT, store)
    assert parts_of(TEXT, store, languages=(Language("fr"),)).whole != before.whole
