from xml.etree import ElementTree

from cvcgen.reports.history.as_atom import report
from cvcgen.reports.history.chronicle import Chronicle
from tests.reports.history.telling import hostile, told
from tests.reports.samples import X, Y, card, catalogue, project, reader

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def feed(chronicle: Chronicle, language: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(report(chronicle, reader(language)).text())


def ids(found: ElementTree.Element) -> list[str | None]:
    return [element.text for element in found.iter(f"{ATOM}id")]


def test_an_entry_for_each_revision_that_moved_a_score_newest_first() -> None:
    low, high = catalogue(project("p", card(X))), catalogue(project("p", card(Y)))
    found = feed(Chronicle(told(low, high, high, low)))
    dates = [entry.findtext(f"{ATOM}updated") for entry in found.findall(f"{ATOM}entry")]
    assert [date and date[:10] for date in dates] == ["2026-01-04", "2026-01-02"]
    assert found.findtext(f"{ATOM}updated") == "2026-01-04T00:00:00+00:00"
    required = {"id", "title", "updated", "author"}
    for element in (found, *found.findall(f"{ATOM}entry")):
        assert required <= {child.tag.removeprefix(ATOM) for child in element}


def test_an_id_is_of_one_content_one_language_and_one_choice() -> None:
    made = hostile()
    feeds = [
        Chronicle(made, identity="a"),
        Chronicle(made, identity="b"),
        Chronicle(made, ("p",), identity="a"),
        Chronicle(made, (), ("citoyens",), identity="a"),
    ]
    known = [ids(feed(one)) for one in feeds] + [ids(feed(feeds[0], "fr"))]
    assert len({one for found in known for one in found}) == sum(map(len, known))
    assert ids(feed(feeds[0])) == known[0]


def test_a_text_is_no_markup() -> None:
    found = feed(Chronicle(hostile()))
    tags = {element.tag for element in found.iter() if element.tag.startswith(XHTML)}
    assert tags == {f"{XHTML}{name}" for name in ("div", "ul", "li")}


def test_a_feed_without_entries_is_valid_too() -> None:
    found = feed(Chronicle(told(None)))
    assert found.find(f"{ATOM}entry") is None
    assert found.findtext(f"{ATOM}title") == "cvcgen: score changes"


def test_what_came_after_a_gap_is_told_from_the_last_that_could_be_read() -> None:
    low, high = catalogue(project("p", card(X))), catalogue(project("p", card(Y)))
    found = feed(Chronicle(told(low, None, high, low)))
    titles = [entry.findtext(f"{ATOM}title") for entry in found.findall(f"{ATOM}entry")]
    assert titles == [
        "1 score changed · Subject",
        "1 score changed, since the last revision that could be read · Subject",
    ]
