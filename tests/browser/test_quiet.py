"""Goals 7 and 8: browsers have nothing to say, from a server, a sub-path or a folder."""

import pytest

from tests.browser.conftest import SUB_PATH, Variation
from tests.browser.findings import no_findings
from tests.browser.sitepages import ENTRY, MISSING, BuiltSite, SitePage
from tests.browser.visiting import Visitor

GOAL = "Goal 7, console and policy"
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def complaints(visitor: Visitor, addresses: dict[str, str]) -> list[str]:
    return [
        f"{path}: {said}"
        for path, address in addresses.items()
        for said in list(visitor.visit(address).complaints)
    ]


def test_no_page_complains_under_a_sub_path(built_site: BuiltSite, visitor: Visitor) -> None:
    """`test_scriptless.py` has the same of a site at the top of its server."""
    addresses = {
        p.path: visitor.address(p, SUB_PATH) for p in built_site.pages if p.kind != ENTRY
    }
    no_findings(GOAL, complaints(visitor, addresses))


def test_no_page_complains_in_a_folder(built_site: BuiltSite, visitor: Visitor) -> None:
    addresses = {
        p.path: (p.site / p.path).as_uri() for p in built_site.pages if p.kind != ENTRY
    }
    no_findings(GOAL, complaints(visitor, addresses))


@pytest.mark.parametrize("name", ["states", "nothing", "many", "long-words"])
def test_no_page_of_other_contents_complains(
    variation: Variation, visitor: Visitor, name: str
) -> None:
    pages = variation(name).types("fr", "en")
    addresses = {page.path: visitor.address(page, f"/{name}/") for page in pages}
    no_findings(GOAL, complaints(visitor, addresses))


@pytest.mark.parametrize("prefix", ["/", SUB_PATH])
def test_the_way_in_leads_to_the_default_language(
    built_site: BuiltSite, visitor: Visitor, prefix: str
) -> None:
    root = visitor.address(built_site.page("index.html"), prefix).removesuffix("index.html")
    with visitor.fresh(root) as visit:
        visit.page.wait_for_url("**/fr/index.html")
        assert visit.complaints == []


@pytest.mark.parametrize("prefix", ["/", SUB_PATH])
def test_a_missing_page_says_so_in_the_sites_own_words(
    built_site: BuiltSite, visitor: Visitor, prefix: str
) -> None:
    missing = visitor.address(built_site.page("404.html"), prefix).removesuffix("404.html")
    with visitor.fresh(f"{missing}fr/projets/none.html") as visit:
        # The missing page itself is the one thing that may be said to be missing.
        others = [
            said for said in visit.complaints if "none.html" not in said and "404 (" not in said
        ]
        assert others == []
        assert visit.page.locator("main h1").is_visible()
        family = visit.page.evaluate("getComputedStyle(document.body).fontFamily")
        assert family.startswith("system-ui")
        visit.page.locator("main a").first.click()
        visit.page.wait_for_url("**/fr/projets/index.html")


def test_every_page_states_the_policy(built_site: BuiltSite) -> None:
    pages = [page for page in built_site.pages if page.kind != MISSING]  # its style is its own
    no_findings(GOAL, [f"{page}: {policy(page)}" for page in pages if policy(page) != POLICY])


def test_nothing_is_styled_or_scripted_inside_a_page(built_site: BuiltSite) -> None:
    pages = [page for page in built_site.pages if page.kind != MISSING]
    no_findings(GOAL, [said for page in pages for said in inline_code(page)])


def policy(page: SitePage) -> dict[str, str]:
    """The directives of the page's policy."""
    content = next(
        element.attrib["content"]
        for element in page.document.iter("meta")
        if element.attrib.get("http-equiv") == "Content-Security-Policy"
    )
    return dict(part.strip().split(" ", 1) for part in content.split(";"))


def inline_code(page: SitePage) -> list[str]:
    """Styles and scripts that the policy forbids; data blocks are not scripts."""
    found = []
    for element in page.document.iter():
        bad = [name for name in element.attrib if name == "style" or name.startswith("on")]
        found += [f"{page}: <{element.tag} {name}=…>" for name in bad]
        data = element.attrib.get("type", "").endswith("json")
        if element.tag == "style" or (
            element.tag == "script" and "src" not in element.attrib and not data
        ):
            found.append(f"{page}: <{element.tag}> with content")
    return found
