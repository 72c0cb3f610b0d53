"""Goal 5: valid HTML, SVG and CSS, by html5lib always and by the Nu checker where Java is."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

import html5lib
import pytest
import tinycss2

from tests.browser.conftest import NODE_MODULES, Variation, do_without
from tests.browser.findings import no_findings
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.sites import VARIATIONS

GOAL = "Goal 5, validity"
# It does not know where a page will lie, so that 'self' is nobody to it. test_quiet.py sees
# in a browser whether the policy stops anything.
UNAWARE = (
    "Resource violates Content Security Policy (meta tag): external",
    "Resource violates Content Security Policy (meta tag): image “../../badges/",
)
CHECKED = ("html", "css", "svg")
OWN, OTHERS = "own", ("states", "nothing")
"""Names of the sites that it checks."""
NU_CHECKER = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def parse_errors(page: SitePage) -> list[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(page.content, transport_encoding="utf-8")
    return [f"{page}:{at[0]}:{at[1]}: {code} {facts}" for at, code, facts in parser.errors]


def twice_used_ids(page: SitePage) -> list[str]:
    ids = [element.attrib["id"] for element in page.document.iter() if "id" in element.attrib]
    return [f"{page}: id {name} twice" for name in sorted({i for i in ids if ids.count(i) > 1})]


@pytest.fixture(scope="module")
def nu_messages(built_site: BuiltSite, variation: Variation) -> Mapping[str, list[str]]:
    """What the Nu checker says of every page, drawing and stylesheet, by the site's name.

    All sites are given to it at one go: half of its work is to get going.
    """
    if shutil.which("java") is None or not NU_CHECKER.is_file():
        do_without("there is no Java or no Nu checker")
    command = ["java", "-Xss4m", "-jar", str(NU_CHECKER), "--also-check-css"]
    command += ["--also-check-svg", "--stdout", "--exit-zero-always", "--format", "json"]
    sites = {OWN: built_site, **{name: variation(name) for name in OTHERS}}
    folders = [site.folder for site in sites.values()]
    # Given a folder, it would read JSON files as pages.
    files = [str(f) for at in folders for k in CHECKED for f in sorted(at.rglob(f"*.{k}"))]
    done = subprocess.run([*command, *files], check=True, capture_output=True, text=True)
    messages = json.loads(done.stdout)["messages"]
    assert [said for said in messages if not any(is_of(s, said) for s in sites.values())] == []
    return {name: faults(site, messages) for name, site in sites.items()}


def is_of(site: BuiltSite, said: Mapping[str, Any]) -> bool:
    """Whether the message is about a file of the site."""
    return f"{address(site)}/" in said.get("url", "")


def address(site: BuiltSite) -> str:
    """The folder as the checker names it, but for how that begins."""
    return site.folder.as_uri().removeprefix("file://")


def faults(site: BuiltSite, messages: list[Mapping[str, Any]]) -> list[str]:
    """The messages about the site, but for what the checker cannot know."""
    return [
        f"{said['url'].partition(address(site))[2]}:{said.get('lastLine')}: "
        f"{said['type']}: {said['message']} «{said.get('extract', '').strip()}»"
        for said in messages
        if is_of(site, said) and not said["message"].startswith(UNAWARE)
    ]


def test_every_page_parses_without_error(built_site: BuiltSite) -> None:
    no_findings(GOAL, [said for page in built_site.pages for said in parse_errors(page)])


def test_no_id_is_used_twice(built_site: BuiltSite) -> None:
    no_findings(GOAL, [said for page in built_site.pages for said in twice_used_ids(page)])


@pytest.mark.parametrize("name", sorted(VARIATIONS.keys() - {"hundred", "many"}))
def test_other_contents_parse_without_error(variation: Variation, name: str) -> None:
    pages = variation(name).types("fr", "en")
    found = [said for page in pages for said in parse_errors(page) + twice_used_ids(page)]
    no_findings(GOAL, found)


def test_stylesheets_parse_without_error(built_site: BuiltSite) -> None:
    findings = []
    for sheet in sorted(built_site.folder.rglob("*.css")):
        rules, _encoding = tinycss2.parse_stylesheet_bytes(sheet.read_bytes())
        findings += [f"{sheet.name}: {r.message}" for r in rules if r.type == "error"]
    no_findings(GOAL, findings)


def test_nu_checker_has_nothing_to_say(nu_messages: Mapping[str, list[str]]) -> None:
    no_findings(GOAL, nu_messages[OWN])


@pytest.mark.parametrize("name", OTHERS)
def test_nu_checker_has_nothing_to_say_of_other_contents(
    nu_messages: Mapping[str, list[str]], name: str
) -> None:
    no_findings(GOAL, nu_messages[name])
