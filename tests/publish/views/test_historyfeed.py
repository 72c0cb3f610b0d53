"""The feed: well formed, the same on every day, whole addresses only where there are some."""

from dataclasses import replace
from uuid import UUID
from xml.etree import ElementTree

from cvcgen.core.model import Catalogue
from cvcgen.core.trend import feed_name
from cvcgen.publish.history import make_history
from tests.publish.little_pasts import HOSTILE, past, past_pages, site, told
from tests.publish.little_sites import catalogue, clientele, project, rated

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
    assert "Project p – score: 50.0% (−10.0), before: 60.0%; rank: 1st, as before" in content
    assert "Value a: weight 60% → 50% (−10.0)" in content
    method = "All (en) – Measured otherwise from here: weight of Value a, weight of Value b"
    assert method in content


def items(*states: Catalogue, language: str = "en") -> list[str]:
    """What the newest entry says of each score, with its reasons."""
    path = "fr/historique/index.xml" if language == "fr" else "en/history/index.xml"
    found = feed(past_pages(states)[path])
    entry = next(found.iter(f"{ATOM}entry"))
    lists = [one for one in entry.iter() if one.tag.endswith("}ul")][:1]
    return [" | ".join(t.strip() for t in row.itertext() if t.strip()) for row in lists[0]]


def test_each_kind_of_entry_can_be_read_alone() -> None:
    one, two, waiting = site(p=LOW), site(p=LOW, q=HIGH), site(p={"a": None, "b": "0"})
    assert items(one, two) == [
        "Project q – new score: 60.0%; rank: 1st | new project | enters the first 3"
    ]
    assert items(two, one) == [
        "Project q – no score any more, before: 60.0%; rank before: 1st"
        " | project removed | leaves the first 3"
    ]
    assert items(one, two, one, two)[0].startswith(
        "Project q – score back: 60.0%; rank: 1st"
        " | project back; it had been gone since January 3, 2026"
    )
    assert items(one, waiting)[0].startswith(
        "Project p – score: between 0.0% and\xa060.0%, before: 12.0%; not ranked, before: 1st"
    )
    assert items(waiting, one)[0].startswith(
        "Project p – score: 12.0%, before: between 0.0% and\xa060.0%; rank: 1st,"
        " not ranked before"
    )


def test_no_entry_has_a_dash_for_what_is_not_there() -> None:
    one, two = site(p=LOW), site(p=LOW, q=HIGH)
    for states in ((one, two), (two, one), (one, two, one, two)):
        for language in ("fr", "en"):
            [said] = items(*states, language=language)
            assert said.count("–") == 1
            assert "→" not in said


def test_a_clientele_that_came_or_went_is_named() -> None:
    other = replace(
        catalogue([clientele("all", {"a": "60", "b": "40"}), clientele("few", ["a"])], []),
        projects=(project("p", rated("all", LOW), rated("few", {"a": "5"})),),
    )
    found = feed(past_pages([site(p=LOW), other])["en/history/index.xml"])
    content = " ".join("".join(next(found.iter(f"{ATOM}content")).itertext()).split())
    assert (
        content == "Added: clientele Few (en) (few) Few (en) 1 score came with the clientele."
    )
    found = feed(past_pages([other, site(p=LOW)])["en/history/index.xml"])
    content = " ".join("".join(next(found.iter(f"{ATOM}content")).itertext()).split())
    assert (
        content == "Removed: clientele Few (en) (few) Few (en) 1 score went with the clientele."
    )


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
