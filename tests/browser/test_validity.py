"""Goal 5: valid HTML, SVG and CSS, by html5lib always and by the Nu checker where Java is."""

import json
import shutil
import subprocess

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
NU_CHECKER = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def parse_errors(page: SitePage) -> list[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(page.content, transport_encoding="utf-8")
    return [f"{page}:{at[0]}:{at[1]}: {code} {facts}" for at, code, facts in parser.errors]


def twice_used_ids(page: SitePage) -> list[str]:
    ids = [element.attrib["id"] for element in page.document.iter() if "id" in element.attrib]
    return [f"{page}: id {name} twice" for name in sorted({i for i in ids if ids.count(i) > 1})]


def nu_messages(site: BuiltSite) -> list[str]:
    """What the Nu checker says of every page, drawing and stylesheet of the site."""
    if shutil.which("java") is None or not NU_CHECKER.is_file():
        do_without("there is no Java or no Nu checker")
    command = ["java", "-Xss4m", "-jar", str(NU_CHECKER), "--also-check-css"]
    command += ["--also-check-svg", "--stdout", "--exit-zero-always", "--format", "json"]
    # Given a folder, it would read JSON files as pages.
    files = [str(f) for kind in CHECKED for f in sorted(site.folder.rglob(f"*.{kind}"))]
    done = subprocess.run([*command, *files], check=True, capture_output=True, text=True)
    return [
        f"{said.get('url', '').partition(str(site.folder))[2]}:{said.get('lastLine')}: "
        f"{said['type']}: {said['message']} «{said.get('extract', '').strip()}»"
        for said in json.loads(done.stdout)["messages"]
        if not said["message"].startswith(UNAWARE)
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


def test_nu_checker_has_nothing_to_say(built_site: BuiltSite) -> None:
    no_findings(GOAL, nu_messages(built_site))


@pytest.mark.parametrize("name", ["states", "nothing"])
def test_nu_checker_has_nothing_to_say_of_other_contents(
    variation: Variation, name: str
) -> None:
    no_findings(GOAL, nu_messages(variation(name)))
