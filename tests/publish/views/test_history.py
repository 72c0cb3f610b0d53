"""The history's page, what changed lately, and where both are found from."""

from dataclasses import replace
from random import Random
from xml.etree import ElementTree

import html5lib
import pytest

from cvcgen.assets import templates_dir
from cvcgen.core.model import Catalogue
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.history import make_history
from cvcgen.publish.pages import list_pieces, make_press
from cvcgen.publish.views.history import show_lately, view_history
from cvcgen.publish.views.projecthistory import show_project_history
from tests.core.changes.catalogues import random_catalogue, random_edit
from tests.publish.little_pasts import HOSTILE, past, past_context, past_pages, site, told
from tests.publish.little_sites import pages

LOW, HIGH = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}


def back_and_forth(count: int) -> list[Catalogue]:
    return [site(p=HIGH if at % 2 else LOW) for at in range(count)]


def test_entries_come_newest_first() -> None:
    states = back_and_forth(3)
    history = past(states)
    view = view_history(past_context(history, states[-1]), history)
    assert [entry.commit.day for entry in view.entries] == [
        "2026-01-03",
        "2026-01-02",
        "2026-01-01",
    ]
    assert view.finding == "2 changes of the content since January 1, 2026."
    assert [link.href for link in view.evolutions] == ["all.html"]


def test_one_revision_is_a_sentence() -> None:
    states = back_and_forth(1)
    history = past(states)
    view = view_history(past_context(history, states[-1]), history)
    assert view.finding == "One revision only: there is nothing to compare it with yet."
    assert show_lately(past_context(history, states[-1], kind=PageKind.HOME)) is None


def test_what_is_not_told_is_said() -> None:
    states = back_and_forth(2)
    history = make_history(told(states), whole=False, identity="")
    view = view_history(past_context(history, states[-1]), history)
    assert view.limits == (
        "Older changes are not known: the history begins late.",
        "What is not committed yet is not part of the history.",
    )


def test_the_last_changes_of_scores_are_on_the_home_page() -> None:
    states = [*back_and_forth(5), back_and_forth(1)[0]]
    lately = show_lately(past_context(past(states), states[-1], kind=PageKind.HOME))
    assert lately
    assert [(one.commit.day, one.finding) for one in lately.recent] == [
        ("2026-01-05", "1 score changed"),
        ("2026-01-04", "1 score changed"),
        ("2026-01-03", "1 score changed"),
    ]
    assert lately.recent[0].href == "history/index.html#r040404040404"


def test_a_long_history_takes_several_pages_whose_links_hold() -> None:
    states = back_and_forth(30) + back_and_forth(15)
    site_files = past_pages(states)
    assert {name for name in site_files if name.startswith("en/history/index")} == {
        "en/history/index.html",
        "en/history/index.2.html",
        "en/history/index.xml",
    }
    assert (
        '<a href="index.2.html" rel="next">Older changes</a>'
        in site_files["en/history/index.html"]
    )


def test_every_page_leads_to_the_history_and_to_its_feed() -> None:
    files = past_pages(back_and_forth(2))
    for name, page in files.items():
        if name.startswith("fr/") and name.endswith(".html"):
            assert 'type="application/atom+xml" href="' in page, name
            assert ">Historique</a>" in page, name
    assert '"Historique", "page", "historique/index.html"' in files["fr/recherche.js"]


def test_the_sitemap_has_every_page_of_the_history() -> None:
    url = "https://example.org/cvc"
    states = [replace(one, site=replace(one.site, url=url)) for one in back_and_forth(45)]
    sitemap = past_pages(states)["sitemap.xml"]
    for page in ("en/history/index.html", "fr/historique/index.2.html", "en/history/all.html"):
        assert f"<loc>{url}/{page}</loc>" in sitemap
    assert ".xml</loc>" not in sitemap


def test_a_site_without_history_has_nothing_of_it() -> None:
    for name, page in pages(back_and_forth(1)[0]).items():
        assert "istori" not in name + page, name


def test_strangers_words_are_never_markup() -> None:
    states = back_and_forth(2)
    files = past_pages(states, past(states, HOSTILE))
    for name in ("en/history/index.html", "en/history/index.xml", "en/index.html"):
        assert "<b>x</b>" not in files[name], name
        assert "&lt;b&gt;x&lt;/b&gt; &amp; \\u{202e}gnp" in files[name], name
        assert "\u202e" not in files[name], name
        assert "\x1b" not in files[name], name


@pytest.mark.parametrize("part", range(4))
def test_every_history_can_be_shown(part: int) -> None:
    for seed in range(part * 10, part * 10 + 10):
        states = random_states(seed)
        made = next(state for state in reversed(states) if state)
        page = past_context(past(states), made)
        press = make_press(made.site, templates_dir())
        files = {
            piece.path: piece.make(page.site).decode()
            for piece in list_pieces(page.site, press)
            if "/histor" in piece.path
        }
        assert len(files) == len(press.voices) * (2 + len(made.clienteles))
        for path, content in files.items():
            if path.endswith(".xml"):
                ElementTree.fromstring(content)
            else:
                html5lib.HTMLParser(strict=True).parse(content)
        for project in made.projects:
            shown = show_project_history(page, project.id)
            assert shown is None or shown.series


def random_states(seed: int) -> list[Catalogue | None]:
    """Eight states, some of which could not be read; the first one could."""
    random = Random(seed)
    found = random_catalogue(random)
    states: list[Catalogue | None] = [found]
    for _ in range(7):
        for _ in range(random.choice((0, 1, 1, 2))):
            found = random_edit(random, found)
        states.append(found if random.random() < 0.85 else None)
    return states
