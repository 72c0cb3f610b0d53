import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.diagnostics import Location
from cvcgen.reports.diagnostics import excerpt as excerpts
from cvcgen.reports.diagnostics.excerpt import WIDEST, Excerpt, excerpt
from cvcgen.reports.media.terminal import escape_line_each, width


@pytest.mark.parametrize(
    ("line", "column", "length", "shown"),
    [
        ("a: bc", 4, 2, Excerpt("a: bc", 3, 2)),
        ("\ta: b", 2, 1, Excerpt("    a: b", 4, 1)),
        ("表: b", 4, 1, Excerpt("表: b", 4, 1)),
        ("e\u0301: b", 5, 1, Excerpt("e\u0301: b", 3, 1)),
        ("a\u202e: b", 5, 1, Excerpt("a\\u{202e}: b", 11, 1)),
        ("a\u202eb", 2, 1, Excerpt("a\\u{202e}b", 1, 8)),
        ("ab", 3, 5, Excerpt("ab", 2, 1)),
        ("ab", 9, 1, Excerpt("ab", 2, 1)),
        ("ab", 1, 99, Excerpt("ab", 0, 2)),
        ("", 1, 1, Excerpt("", 0, 1)),
    ],
)
def test_carets_stand_under_what_is_meant(
    line: str, column: int, length: int, shown: Excerpt
) -> None:
    place = Location("a.yaml", 2, column, length=length)
    assert excerpt(f"first\n{line}\nlast", place) == shown


def test_a_long_line_is_cut_around_the_carets() -> None:
    line = "a" * 300 + "HERE" + "b" * 300
    shown = excerpt(line, Location("a.yaml", 1, 301, length=4))
    assert shown is not None
    assert shown.line.startswith("…a")
    assert shown.line.endswith("b…")
    assert shown.line[shown.indent : shown.indent + shown.carets] == "HERE"
    assert len(shown.line) <= WIDEST + 2


def test_a_place_outside_the_text_has_no_excerpt() -> None:
    assert excerpt("a", Location("a.yaml", 2, 1)) is None


def test_lines_end_as_files_end_them() -> None:
    shown = excerpt("a\r\nb\rc\n", Location("a.yaml", 3, 1))
    assert shown == Excerpt("c", 0, 1)


@given(st.text(st.characters(), max_size=300), st.integers(1, 400), st.integers(0, 400))
def test_no_text_breaks_an_excerpt(text: str, column: int, length: int) -> None:
    shown = excerpt(text, Location("a.yaml", 1, column, length=length))
    assert shown is not None
    assert shown.carets >= 1
    assert width(shown.line) <= WIDEST + 10
    assert shown.indent + shown.carets <= width(shown.line) + 1


def test_of_an_endless_line_only_the_surroundings_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[int] = []

    def counted(line: str) -> list[str]:
        looked_at.append(len(line))
        return escape_line_each(line)

    monkeypatch.setattr(excerpts, "escape_line_each", counted)
    found = excerpt("x" * 100_000 + "HERE" + "y" * 100_000, Location("a", 1, 100_001, length=4))
    assert found is not None
    assert looked_at == [4_000]
    shown = found.line[found.indent : found.indent + found.carets]
    assert (shown, found.line[0], found.line[-1]) == ("HERE", "…", "…")


@given(st.text("ab\r\n", max_size=12))
def test_lines_end_where_those_of_a_file_do(text: str) -> None:
    lines = re.split("\r\n|\n|\r", text)
    found = [excerpt(text, Location("a.yaml", n)) for n in range(1, len(lines) + 2)]
    assert [shown and shown.line for shown in found] == [*lines, None]


def test_the_lines_of_many_files_are_found_once_though_faults_go_from_one_to_another() -> None:
    """Of ten noted files all were split again for each fault: 4 s for 200 faults."""
    texts = [f"{number}\nb" for number in range(100)]
    excerpts._line_starts.cache_clear()
    for text in texts * 3:
        excerpt(text, Location("a.yaml", 2))
    assert excerpts._line_starts.cache_info().misses == len(texts)
