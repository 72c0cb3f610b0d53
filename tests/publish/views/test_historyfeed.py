"""The feed: well formed, the same on every day, whole addresses only where there are some."""

from dataclasses import replace
from uuid import UUID
from xml.etree import ElementTree

from cvcgen.core.trend import feed_name
from cvcgen.publish.history import make_history
from tests.publish.little_pasts import HOSTILE, past, past_pages, site, told

ATOM = "{http://www.w3.org/2005/Atom}"
LOW, HIGH = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}
STATES = [site(p=LOW), site(p=HIGH), site(p=HIGH), site({"a": "50", "b": "50"}, p=HIGH)]


def feed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def texts(element: ElementTree.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{ATOM}{name}")]


def test_there_is_an_entry_for_each_commit_that_moved_scores() -> None:
    found = feed(past_pages(STATES)["en/history/index.xml"])
    assert texts(found, "title") == [
        "Trial site: score changes",
        "1 score changed · Say so",
        "1 score changed · Say so",
    ]
    assert texts(found, "updated") == [
        "2026-01-04T12:00:00-05:00",
        "2026-01-04T12:00:00-05:00",
        "2026-01-02T12:00:00-05:00",
    ]
    content = "".join(next(found.iter(f"{ATOM}content")).itertext())
    assert "Project p – 60.0% → 50.0% (−10.0)" in content
    assert "−10.0 Value a: weight 60% → 50%" in content


def test_ids_are_stable_and_each_has_one_meaning() -> None:
    files = past_pages(STATES)
    ids = [*texts(feed(files["en/history/index.xml"]), "id")]
    again = [*texts(feed(past_pages(STATES)["en/history/index.xml"]), "id")]
    french = [*texts(feed(files["fr/historique/index.xml"]), "id")]
    assert ids == again
    assert len({*ids, *french}) == 6
    for one in ids:
        assert UUID(one.removeprefix("urn:uuid:")).version == 5
    assert feed_name("first/", "en", "x") != feed_name("first/", "en", "", ["x"])


def test_addresses_are_whole_where_the_site_s_own_is_known() -> None:
    relative = feed(past_pages(STATES)["en/history/index.xml"])
    assert [link.get("href") for link in relative.iter(f"{ATOM}link")] == [
        "index.html",
        "index.html#r030303030303",
        "index.html#r010101010101",
    ]
    published = [
        replace(state, site=replace(state.site, url="https://example.org/cvc"))
        for state in STATES
    ]
    whole = feed(past_pages(published)["en/history/index.xml"])
    links = {(link.get("rel"), link.get("href")) for link in whole.iter(f"{ATOM}link")}
    assert ("self", "https://example.org/cvc/en/history/index.xml") in links
    assert ("alternate", "https://example.org/cvc/en/history/index.html") in links
    assert all(str(href).startswith("https://example.org/cvc/") for _, href in links)


def test_hostile_subjects_stay_text() -> None:
    found = feed(past_pages(STATES, past(STATES, HOSTILE))["en/history/index.xml"])
    title = texts(found, "title")[1]
    assert title.startswith("1 score changed · <b>x</b> & \\u{202e}gnp.exe\\u{1b}[0m")


def test_a_history_without_changes_is_a_feed_without_entries() -> None:
    history = make_history(told(STATES[:1]), whole=True, identity="first/")
    found = feed(past_pages(STATES[:1], history)["fr/historique/index.xml"])
    assert texts(found, "title") == ["Site d’essai\u00a0: changements des cotes"]
