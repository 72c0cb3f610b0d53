"""The way from one ranking to the others."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from cvcgen.publish.addresses import Address, PageKind
from cvcgen.publish.views.tabs import MOST_TABS, list_tabs
from tests.publish.little_sites import catalogue, clientele, context


def tabs(count: int, kind: PageKind, record: str = "") -> list[str]:
    """Where the tabs of a page lead on a site with so many clienteles; its own in brackets."""
    made = catalogue([clientele(f"c{n:02}", {"a": "100"}) for n in range(count)])
    page = replace(context(made, "en"), address=Address(kind, record))
    found = [(PurePosixPath(tab.href).stem, tab.current) for tab in list_tabs(page)]
    return [f"[{name}]" if current else name for name, current in found]


def test_one_clientele_has_no_tabs() -> None:
    assert tabs(1, PageKind.RANKING, "c00") == []


@pytest.mark.parametrize("count", [2, MOST_TABS])
def test_all_clienteles_stand_on_each_page(count: int) -> None:
    others = [f"c{n:02}" for n in range(1, count)]
    assert tabs(count, PageKind.RANKING, "c00") == ["[c00]", *others, "compare"]
    assert tabs(count, PageKind.COMPARE) == ["c00", *others, "[compare]"]


@pytest.mark.parametrize(
    ("here", "shown"),
    [
        ("c00", ["[c00]", "c01", "c02", "c03"]),
        ("c10", ["c07", "c08", "c09", "[c10]", "c11", "c12", "c13"]),
        ("c24", ["c21", "c22", "c23", "[c24]"]),
    ],
)
def test_of_many_clienteles_those_beside_stand_on_each_page(
    here: str, shown: list[str]
) -> None:
    found = tabs(MOST_TABS + 1, PageKind.RANKING, here)
    assert found == ["index", *shown, "compare"]


def test_of_many_clienteles_the_comparison_leads_to_the_list() -> None:
    assert tabs(MOST_TABS + 1, PageKind.COMPARE) == ["index", "[compare]"]
