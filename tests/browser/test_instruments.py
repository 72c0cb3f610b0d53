"""The instruments of these tests, each on a page made by hand with a fault to be found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.chromium import find_chromium, launch
from tests.browser.conftest import Variation, do_without
from tests.browser.crawling import broken_links
from tests.browser.readingtext import texts
from tests.browser.sitepages import read_site
from tests.browser.test_accessibility import audit
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_reflow import LAYOUT
from tests.browser.visiting import PHONE, WIDE, Visitor
from tests.browser.waiting import becomes, wait_until

Serve = Callable[[str], str]
FAULTS = {
    "the page scrolls sideways": "<div style='width:2000px'>wide</div>",
    "outside the window": "<p style='white-space:nowrap'>" + "word " * 200,
    "cut off": "<p style='width:5em;overflow:hidden;white-space:nowrap'>a long line of words",
    "no label or no focus": "<div style='overflow-x:auto'><p style='width:3000px'>wide",
    "texts over one another": "<p>one line</p><p style='margin-top:-2.2em'>another",
    "letters of": "<svg viewBox='0 0 999 99' width='99'><text y='50'>small</text></svg>",
}


@pytest.fixture
def serve_page(tmp_path: Path, mounts: dict[str, Path], server: str) -> Serve:
    """Serves a page with this body; returns its address."""
    mounts["/by-hand/"] = tmp_path

    def write(body: str, head: str = "") -> str:
        page = f"<!DOCTYPE html><html lang=fr><head><title>t</title>{head}</head><body>{body}"
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        return f"{server}/by-hand/page.html"

    return write


@pytest.mark.parametrize(("said", "body"), FAULTS.items())
def test_layout_finds(visitor: Visitor, serve_page: Serve, said: str, body: str) -> None:
    with visitor.fresh(serve_page(body)) as visit:
        assert any(said in finding for finding in visit.page.evaluate(LAYOUT))


def test_layout_finds_nothing_wrong_with_a_labelled_region(
    visitor: Visitor, serve_page: Serve
) -> None:
    region = "<div role=region aria-label=Grille tabindex=0 style='overflow-x:auto'>"
    with visitor.fresh(serve_page(f"{region}<p style='width:3000px'>wide</p></div>")) as visit:
        assert visit.page.evaluate(LAYOUT) == []


def test_layout_finds_what_lies_wrong_once_the_window_is_narrower(
    visitor: Visitor, serve_page: Serve
) -> None:
    with visitor.fresh(serve_page("<div style='width:600px'>wide</div>")) as visit:
        assert visit.page.evaluate(LAYOUT) == []
        visit.resize(PHONE)
        assert any("sideways" in finding for finding in visit.page.evaluate(LAYOUT))
        visit.resize(WIDE)
        assert visit.page.evaluate(LAYOUT) == []


def test_focus_without_an_outline_is_found(visitor: Visitor, serve_page: Serve) -> None:
    with visitor.fresh(serve_page("<a href='#' style='outline:none'>link</a>")) as visit:
        visit.page.keyboard.press("Tab")
        focus = visit.page.evaluate(FOCUS)
        assert (focus["seen"], focus["outlined"]) == (True, False)


def test_axe_finds_a_missing_name(visitor: Visitor, axe: str, serve_page: Serve) -> None:
    with visitor.fresh(serve_page("<main><h1>t</h1><button></button></main>")) as visit:
        assert any("violations button-name" in said for said in audit(visit, axe))


def test_visit_keeps_violations_of_the_policy_and_missing_files(
    visitor: Visitor, serve_page: Serve
) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"
    with visitor.fresh(serve_page("<p style='color:red'><img src=none.png>", policy)) as visit:
        becomes(visit.page, lambda: visit.complains_of("style"), True)
        becomes(visit.page, lambda: visit.complains_of("none.png"), True)


def test_visit_keeps_requests_to_other_hosts(visitor: Visitor, serve_page: Serve) -> None:
    with visitor.fresh(serve_page("<img src=http://127.0.0.1:9/x.png>")) as visit:
        becomes(visit.page, lambda: visit.complains_of("foreign request"), True)


def test_chromium_without_scripts_runs_none_and_says_so(
    playwright: Playwright, serve_page: Serve, server: str
) -> None:
    executable = find_chromium(playwright)
    if executable is None:
        do_without("there is no Chromium")
    style = "<style>@media (scripting: none) { i { display: none } }</style>"
    browser = launch(playwright, executable, "--blink-settings=scriptEnabled=false")
    visitor = Visitor(browser, server)
    body = "<b>a</b><i>b</i><script>document.body.append('c')</script>"
    visit = visitor.visit(serve_page(body, style))
    assert visit.page.evaluate("document.body.innerText.trim()") == "a"
    visitor.close()
    browser.close()


def test_crawler_finds_broken_links(tmp_path: Path) -> None:
    body = "<a href=none.html>1</a><a href='#none'>2</a><a href='/x.html'>3</a><a href=../y>4"
    (tmp_path / "index.html").write_text(body, encoding="utf-8")
    assert len(broken_links(read_site(tmp_path))) == 4


def test_texts_are_whole_and_know_their_language(tmp_path: Path) -> None:
    body = "<p>Un <b>mot</b> et <span lang=en>a word</span>. <code>a : b</code> fin"
    page = f"<!DOCTYPE html><html lang=fr><title>t</title><p title=bulle>a</p>{body}"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    [site_page] = read_site(tmp_path).pages
    said = [(piece.text, piece.language) for piece in texts(site_page)]
    assert said == [
        ("t", "fr"),
        ("bulle", "fr"),
        ("a", "fr"),
        ("Un mot et ", "fr"),
        ("a word", "en"),
        (". \N{OBJECT REPLACEMENT CHARACTER} fin", "fr"),
    ]


def test_the_content_of_all_states_has_each_of_them(variation: Variation) -> None:
    site = variation("states")
    assert {page.path for page in site.pages} >= {
        f"fr/projets/{name}.html" for name in ("ex-aequo", "incomplet", "partiel", "neuf")
    }


def test_waiting_asks_again_where_the_page_forbids_running_text(
    visitor: Visitor, serve_page: Serve
) -> None:
    icon = "<link rel=icon href='data:,'>"
    policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">"
    with visitor.fresh(serve_page("", icon + policy)) as visit:
        wait_until(visit.page, "(window.asked = (window.asked ?? 0) + 1) === 3")
        assert visit.page.evaluate("asked") == 3
        assert visit.complaints == []
