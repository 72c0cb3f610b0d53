"""A long history in parts: each entry on one page, and the archive never changes."""

import pytest

from cvcgen.publish.views.historypager import (
    ENTRIES_PER_PAGE,
    count_history_pages,
    list_ways,
    number_of,
    take_entries,
)
from tests.publish.little_pasts import past, past_context, site

SITE = site(p={"a": "1", "b": "0"})


@pytest.mark.parametrize("entries", [0, 1, 19, 20, 21, 39, 40, 41, 59, 60, 61, 400])
def test_every_entry_is_on_one_page_and_found_there(entries: int) -> None:
    pages = count_history_pages(entries)
    held = {number: take_entries(range(entries), number) for number in range(1, pages + 1)}
    assert sorted(one for page in held.values() for one in page) == [*range(entries)]
    for number, page in held.items():
        assert all(number_of(one, entries) == number for one in page)


def test_a_page_of_the_archive_stays_as_it_is_when_the_history_goes_on() -> None:
    for entries in range(40, 200):
        pages = count_history_pages(entries)
        for number in range(2, pages + 1):
            before, after = (
                take_entries(range(known), number) for known in (entries, entries + 1)
            )
            assert before == after
            assert len(before) == ENTRIES_PER_PAGE


def test_the_newest_page_is_never_almost_empty() -> None:
    for entries in range(20, 200):
        assert 20 <= len(take_entries(range(entries), 1)) < 40


def test_ways_lead_to_the_neighbours() -> None:
    def ways(number: int) -> list[tuple[str, str]]:
        page = past_context(past([SITE]), SITE, number=number)
        return [(way.rel, way.href) for way in list_ways(page, 65)]

    assert ways(1) == [("next", "index.3.html")]
    assert ways(3) == [("prev", "index.html"), ("next", "index.2.html")]
    assert ways(2) == [("prev", "index.3.html")]
    assert list_ways(past_context(past([SITE]), SITE), 39) == ()
