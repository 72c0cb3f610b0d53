"""In a real browser nothing of what the content says runs, loads or asks for anything."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.browser.controls import reach_control
from tests.browser.findings import no_findings
from tests.browser.payloads import PAYLOADS, hostile
from tests.browser.sitepages import BuiltSite, read_site
from tests.browser.sites import build, write
from tests.browser.visiting import Visitor
from tests.browser.waiting import becomes

GOAL = "Hostile content"
PREFIX = "/hostile/"
RUNS = {"script", "iframe", "object", "embed", "frame", "base", "applet", "template", "math"}
"""Elements that may run or load something; templates have scripts of the site's own alone."""
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"}
SCHEMES = {"", "http", "https", "mailto"}
PICTURE = {
    "svg",
    "title",
    "desc",
    "g",
    "rect",
    "text",
    "path",
    "circle",
    "line",
    "tspan",
    "style",
}
# A title in a box of one line: its line ends become spaces, as readers see them.
NOT_FOUND_BY_TITLE = """() => {
  const box = document.querySelector('form.filter input[type=search]');
  return [...document.querySelectorAll('[data-statut]')].filter((row) => {
    box.value = row.querySelector('a').textContent.replace(/\\s+/g, ' ');
    box.dispatchEvent(new Event('input', {bubbles: true}));
    return row.hidden;
  }).map((row) => row.querySelector('a').textContent);
}"""
SPY = """
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
  window[name] = () => console.error(`ran: ${name}`);
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, mounts: dict[str, Path]) -> BuiltSite:
    folder = tmp_path_factory.mktemp("hostile")
    content = hostile()
    write(folder / "source/cvcgen.yaml", content.settings)
    for path, record in content.records.items():
        write(folder / f"source/content/{path}.yaml", record)
    mounts[PREFIX] = build(folder / "source", folder / "site")
    return read_site(folder / "site")


def test_nothing_runs_and_nothing_is_asked_for(site: BuiltSite, visitor: Visitor) -> None:
    found = []
    # One leads on at once, the other looks for its style where the settings say the site is.
    pages = [page for page in site.pages if page.path not in {"index.html", "404.html"}]
    with visitor.fresh(visitor.address(pages[0], PREFIX)) as visit:
        visit.page.add_init_script(SPY)
        for page in pages:
            visit.go(visitor.address(page, PREFIX))
            found += [f"{page.path}: {said}" for said in visit.complaints]
    no_findings(GOAL, found)


def test_what_is_typed_and_what_an_address_says_is_text(
    site: BuiltSite, visitor: Visitor
) -> None:
    found = []
    for kind in ("search", "ranking"):
        address = visitor.address(next(p for p in site.pages if p.kind == kind), PREFIX)
        with visitor.fresh(address) as visit:
            visit.page.add_init_script(SPY)
            for state in ("q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "<script>alert(1)"):
                visit.go(f"{address}?{state}#{state}")
                found += visit.complaints
            box = reach_control(visit, "main input[type=search]", "searching")
            for payload in PAYLOADS[::5]:
                words = payload[:200].replace("\n", " ")
                box.fill(words)
            found += visit.complaints
    no_findings(GOAL, found)


def test_every_project_is_found_by_its_title(site: BuiltSite, visitor: Visitor) -> None:
    """Whatever stands beside it, such as a table in the reason why it has no rank."""
    visit = visitor.visit(visitor.address(site.page("en/rankings/c2.html"), PREFIX))
    assert visit.page.locator("li[data-statut] th").count() > 0
    assert visit.page.evaluate(NOT_FOUND_BY_TITLE) == []


def test_the_spy_sees_what_runs(site: BuiltSite, visitor: Visitor) -> None:
    home = visitor.address(site.page("fr/index.html"), PREFIX)
    with visitor.fresh(home) as visit:
        visit.page.add_init_script(SPY)
        visit.go(home)
        assert visit.complaints == []
        inserted = (
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')"
        )
        visit.page.evaluate(inserted)
        visit.page.evaluate("alert(1)")
        becomes(visit.page, lambda: visit.complains_of("policy: "), True)
        becomes(visit.page, lambda: "error: ran: alert" in visit.complaints, True)


def test_no_page_has_an_element_or_an_address_that_no_template_has(site: BuiltSite) -> None:
    found = []
    for page in site.pages:
        for tag in page.tags:
            found += [f"{page.path}: {what}" for what in wrong(tag.name, tag.attributes)]
    no_findings(GOAL, found)


def wrong(name: str, attributes: dict[str, str]) -> Iterator[str]:
    own_script = name == "script" and is_own(attributes.get("src", ""))
    # The tables for other sites open their links in the window around them.
    around = name == "base" and attributes == {"target": "_top"}
    if name in RUNS and not (own_script or around):
        yield f"<{name}>"
    for key, text in attributes.items():
        if key.startswith("on") or key in {"srcdoc", "style", "autofocus"}:
            yield f"<{name} {key}>"
        parts = urlsplit(text) if key in ADDRESSES else urlsplit("")
        if parts.scheme not in SCHEMES and not text.startswith("data:,"):
            yield f"<{name} {key}={text[:80]}>"
        if key == "src" and parts.netloc:
            yield f"<{name} {key}={text[:80]}>"


def is_own(address: str) -> bool:
    parts = urlsplit(address)
    return bool(address) and not parts.scheme and not parts.netloc


def test_pictures_hold_shapes_and_words_only(site: BuiltSite) -> None:
    pictures = sorted(Path(site.folder).rglob("*.svg"))
    assert len(pictures) > len(PAYLOADS)
    found = []
    for picture in pictures:
        for element in ElementTree.parse(picture).iter():
            name = str(element.tag).rpartition("}")[2]
            bad = [
                key for key in element.attrib if key.lower().startswith("on") or "href" in key
            ]
            if name not in PICTURE or bad:
                found.append(f"{picture.name}: <{name} {bad}>")
    no_findings(GOAL, found)


def test_every_payload_is_there_to_be_read(site: BuiltSite) -> None:
    """Lest a site without any payload be as tame as it is."""
    text = "".join(page.content.decode("utf-8") for page in site.pages)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert "{0.__class__}" in text
    assert text.count("onerror=alert(1)") > 100
