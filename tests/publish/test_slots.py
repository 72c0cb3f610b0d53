"""Slots of pages: filled, and filled again with something else."""

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Repository
from cvcgen.publish.slots import MARKS, SOURCE, fill, mark, origin_slot, refill
from cvcgen.publish.sourcelinks import line_link
from tests.publish.little_sites import catalogue, context, pages, project

NAMES = ("source", "origin-fr", "origin-fr-CA")
TEXTS = st.binary(max_size=5).filter(lambda text: b"\x02" not in text)
VALUES = st.fixed_dictionaries(dict.fromkeys(NAMES, TEXTS))
PARTS = st.lists(st.one_of(TEXTS, st.sampled_from([mark(name).encode() for name in NAMES])))


@given(parts=PARTS, before=VALUES, after=VALUES)
def test_filling_again_gives_what_filling_at_first_would_have(
    parts: list[bytes], before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    draft = b"".join(parts)
    filled = fill(draft, before)
    assert refill(filled.content, filled.at, before, after) == fill(draft, after)


@given(parts=PARTS, values=VALUES)
def test_each_mark_is_filled_and_all_else_stays(
    parts: list[bytes], values: dict[str, bytes]
) -> None:
    marks = {mark(name).encode(): value for name, value in values.items()}
    filled = fill(b"".join(parts), values)
    assert filled.content == b"".join(marks.get(part, part) for part in parts)
    assert [name for _, name in filled.at] == [
        part.decode().strip(MARKS) for part in parts if part in marks
    ]


def test_what_is_no_slot_stays() -> None:
    for draft in (b"", b"a", b"\x02", b"\x02\x03", b"\x02x y\x03", mark("other").encode()):
        assert fill(draft, {"source": b"main"}) == (draft, ())
        known = mark("source").encode()
        assert fill(draft + known, {"source": b"main"}).content == draft + b"main"


def test_the_mark_of_a_link_is_never_quoted() -> None:
    page = context(catalogue())
    where = Repository("https://example.org/a", "main")
    link = line_link(where, page.site.here, Location("content/a b.yaml", 3))
    assert link == f"https://example.org/a/blob/{mark(SOURCE)}/content/a%20b.yaml#L3"


def test_no_page_keeps_a_mark() -> None:
    made = catalogue(
        projects=[project("p", where=Location("content/projects/p.yaml", 1))],
        repository=Repository("https://example.org/a", "la branche"),
    )
    files = pages(made)
    assert [path for path, text in files.items() if "\x02" in text or "\x03" in text] == []
    assert (
        "https://example.org/a/blob/la%20branche/content/projects/p.yaml#L1"
        in (files["fr/projets/p.html"])
    )
    assert origin_slot("fr") != origin_slot("en")
