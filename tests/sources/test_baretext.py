"""A text without the characters that no content may hold, and the way back to its places."""

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.diagnostics import Diagnostic, Location, Note, message
from cvcgen.core.hidden import FORBIDDEN
from cvcgen.sources.baretext import bare_text
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import Entry, Mapping, Scalar, Sequence
from cvcgen.sources.yamltext import parse_yaml

LINES = st.lists(st.text("ab \u200b\u202e\x85é", max_size=12), min_size=1, max_size=5)


@given(LINES)
def test_every_character_left_is_found_where_it_stands_in_the_file(found: list[str]) -> None:
    bare = bare_text(tuple(found))
    assert len(bare.lines) == len(found)
    assert bare.text == FORBIDDEN.sub("", "\n".join(found))
    for number, line in enumerate(bare.lines, start=1):
        for column, character in enumerate(line, start=1):
            place = bare.location_of(Location("a.yaml", number, column))
            assert place.length == 1
            assert found[place.line - 1][place.column - 1] == character


@given(LINES, st.data())
def test_what_a_place_underlines_is_the_same_but_for_what_was_deleted(
    found: list[str], data: st.DataObject
) -> None:
    bare = bare_text(tuple(found))
    number = data.draw(st.integers(1, len(found)))
    line = bare.lines[number - 1]
    column = data.draw(st.integers(1, max(len(line), 1)))
    length = data.draw(st.integers(1, max(len(line) - column + 1, 1)))
    place = bare.location_of(Location("a.yaml", number, column, length=length))
    whole = found[number - 1][place.column - 1 :][: place.length]
    assert FORBIDDEN.sub("", whole) == line[column - 1 :][:length]


def test_a_text_with_nothing_to_delete_keeps_every_place() -> None:
    bare = bare_text(("a: b", ""))
    place = Location("a.yaml", 1, 4, "/a", 1)
    assert (bare.text, bare.location_of(place)) == ("a: b\n", place)


def test_the_notes_of_a_fault_are_placed_too() -> None:
    bare = bare_text(("\u200ba: 1", "a\u200b: 2"))
    first, again = Location("a.yaml", 1, 1), Location("a.yaml", 2, 2)
    note = Note(first, message("first here"))
    found = bare.fault_of(Diagnostic("CVC113", message("twice"), again, (note,)))
    assert found.location.column == 3
    assert [one.location.column for one in found.notes] == [2]


def test_a_tree_says_the_same_with_every_place_in_the_file() -> None:
    text = "a\u200bb: [\u200bc, {d: \u202ee}]\n"
    bare = bare_text(decode_text("a.yaml", text.encode()).lines)
    parsed = parse_yaml("a.yaml", bare.text, bare.lines)
    assert parsed.root is not None

    def at(column: int, pointer: str, length: int = 1) -> Location:
        return Location("a.yaml", 1, column, pointer, length)

    first = Scalar(at(8, "/ab/0"), "c", "c", plain=True)
    letter = Scalar(at(16, "/ab/1/d"), "e", "e", plain=True)
    second = Mapping(at(11, "/ab/1"), (Entry("d", at(12, "/ab/1/d"), letter),))
    items = Sequence(at(1, "/ab", 3), (first, second))
    entries = (Entry("ab", at(1, "/ab", 3), items),)
    assert bare.node_of(parsed.root) == Mapping(at(1, ""), entries)
