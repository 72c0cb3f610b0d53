"""Whole little sites: every page renders, every link leads somewhere."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote

import pytest

from cvcgen.core.diagnostics import message
from cvcgen.core.model import (
    Catalogue,
    ClienteleId,
    Feasibility,
    Language,
    Project,
    ProjectId,
    Provenance,
    Repository,
    Status,
)
from cvcgen.publish.artifacts import Download
from cvcgen.publish.owntemplates import read_own_templates
from tests.publish.little_sites import (
    BOTH,
    catalogue,
    clientele,
    not_concerned,
    pages,
    project,
    published,
    rated,
    rubric,
    text,
)

POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
WEIGHTS = {"a": "50", "b": "30", "c": "20"}


def full() -> Catalogue:
    """A site with every state of a scorecard, and texts in all places."""
    more = {
        "summary": text("Un résumé : *court*", "A *short* summary"),
        "description": text("# Titre\n\nTexte <script>", "# Title\n\nText"),
        "baseline": text("Rien"),
        "status": Status.PLANNED,
        "provenance": Provenance.ILLUSTRATIVE,
        "source": text("Ici"),
    }
    undone = {"feasibility": Feasibility.NOT_FEASIBLE}
    made: list[Project] = [
        project(
            "full", rated("gens", {"a": "5", "b": "3", "c": "0"}), not_concerned("old"), **more
        ),
        project(
            "tied", rated("gens", {"a": "5", "b": "3", "c": "0"}), published("old", "62.5")
        ),
        project("missing", rated("gens", {"a": "5", "b": None, "c": "1"})),
        project("partly", rated("gens", {"a": "5", "b": "3", "c": "n/a"})),
        project("little", rated("gens", {"a": "n/a", "b": "3", "c": "1"})),
        project("nothing", rated("gens", dict.fromkeys("abc", "n/a"))),
        project("undone", rated("gens", dict.fromkeys("abc", "5")), **undone),
        project("bare"),
        project("x" * 60, rated("old", {"d": "1", "e": "0"}), title=text("Long " * 60)),
    ]
    groups = [
        clientele("gens", WEIGHTS, description=text("Des gens"), edition="2022"),
        clientele("old", ["d", "e"], provenance=Provenance.PUBLISHED, edition="2019"),
        clientele("empty", {"a": "100"}),
    ]
    repository = Repository("https://github.com/o/r", "main")
    return catalogue(groups, made, notice=text("Avis"), repository=repository)


SITES: dict[str, Catalogue] = {
    "full": full(),
    "nothing at all": catalogue(),
    "no projects": catalogue([clientele("gens", WEIGHTS)]),
    "no clienteles": catalogue([], [project("p")]),
    "french only": catalogue(
        [clientele("gens", WEIGHTS)],
        [project("p", rated("gens", dict.fromkeys("abc", "1")))],
        languages=(Language("fr"),),
    ),
    "a language without words": catalogue(
        [clientele("gens", WEIGHTS)],
        [project("p", rated("gens", dict.fromkeys("abc", "1")))],
        languages=(Language("es"),),
    ),
    "a scale of ten with halves": catalogue(
        [clientele("gens", [f"v{n:02}" for n in range(20)])],
        [project("p", rated("gens", {f"v{n:02}": "2.5" for n in range(20)}))],
        scale=rubric(["0", "2.5", "10"]),
    ),
    "a scale that starts above zero": catalogue(
        [clientele("gens", {"a": "0.5", "b": "99.5"})],
        [project("p", rated("gens", {"a": None, "b": "25"}))],
        scale=rubric(["1", "25"]),
    ),
}


@pytest.fixture(scope="module", params=sorted(SITES))
def site(request: pytest.FixtureRequest) -> dict[str, str]:
    return pages(SITES[request.param])


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes |= {name for name, _ in attrs}
        self.found += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.ids |= {value or "" for name, value in attrs if name == "id"}


def parsed(site: dict[str, str]) -> Iterator[tuple[str, Links]]:
    for path, page in site.items():
        if path.endswith(".html"):
            links = Links()
            links.feed(page)
            yield path, links


def test_every_link_leads_to_a_file_of_the_site(site: dict[str, str]) -> None:
    ids = {path: links.ids for path, links in parsed(site)}
    for path, links in parsed(site):
        for link in links.found:
            if link.startswith(("https:", "http:", "mailto:", "data:")):
                continue
            address, _, fragment = link.partition("#")
            name = unquote(address.partition("?")[0])
            target = normpath(str(PurePosixPath(path).parent / name)) if name else path
            assert target in site, f"{path}: {link}"
            assert not fragment or fragment in ids[target], f"{path}: {link}"


def test_every_page_obeys_its_policy(site: dict[str, str]) -> None:
    for path, links in parsed(site):
        if path == "404.html":
            continue  # see below
        assert POLICY.replace("'", "&#39;") in site[path] or POLICY in site[path]
        assert not {name for name in links.attributes if name.startswith("on")}
        assert "style" not in links.attributes
        assert "<script" not in re.sub(r'<script src="[^"]+" defer></script>', "", site[path])
        assert "<style" not in site[path]


def test_a_page_not_found_at_an_unknown_depth_allows_its_own_style_alone() -> None:
    page = pages(catalogue())["404.html"]
    [rules] = re.findall(r"<style>(.*?)</style>", page)
    digest = b64encode(sha256(rules.encode()).digest()).decode()
    assert POLICY.replace("style-src 'self'", f"style-src 'self' 'sha256-{digest}'") in page
    assert set(re.findall(r'href="([^"]*)"', page)) == {"data:image/svg+xml,", "index.html"}


def test_a_page_not_found_starts_at_the_address_of_its_site() -> None:
    made = catalogue()
    there = replace(made, site=replace(made.site, url="https://a.example/b"))
    page = pages(there)["404.html"]
    assert "<style" not in page
    assert POLICY in page
    assert 'href="/b/fr/index.html"' in page


def test_every_page_has_one_first_heading_and_a_title(site: dict[str, str]) -> None:
    for path, page in site.items():
        if path.endswith(".html"):
            assert page.count("<h1") == 1, path
            assert re.search(r"<title>[^<]+</title>", page), path
            assert page.startswith("<!DOCTYPE html>"), path


def test_every_page_names_its_other_languages(site: dict[str, str]) -> None:
    languages = {path.split("/")[0] for path in site if re.match(r"[a-z]{2}/", path)}
    for path, page in site.items():
        own = path.split("/")[0]
        if path.endswith(".html") and own in languages and 'class="embed"' not in page:
            others = set(re.findall(r'<a [^>]*hreflang="([^"]+)"', page))
            assert others == languages - {own}, path
        # Search engines take only whole addresses, and none is known here.
        assert 'rel="alternate"' not in page
        assert "canonical" not in page


def test_no_page_shows_the_inside_of_a_value(site: dict[str, str]) -> None:
    for page in site.values():
        for leak in ("Fraction(", "None</", "Localised(", "Prose(", "Undefined", "{count}"):
            assert leak not in page


def test_two_renderings_give_the_same_bytes() -> None:
    assert pages(full()) == pages(full())
    assert list(pages(full())) == list(pages(full()))


def test_the_root_leads_to_the_default_language() -> None:
    site = pages(catalogue(languages=(Language("en"), Language("fr"))))
    assert 'content="0; url=en/index.html"' in site["index.html"]
    assert "Cette page n’existe pas." in site["404.html"]
    assert "This page does not exist." in site["404.html"]


def test_a_missing_translation_shows_the_default_language_and_says_so() -> None:
    made = catalogue([], [project("p", title=text("Seul titre"))])
    page = pages(made)["en/projects/p.html"]
    assert '<h1 lang="fr">Seul titre</h1>' in page


def test_a_known_address_gives_canonical_links_and_a_sitemap() -> None:
    site = pages(catalogue([], [project("p")], url="https://example.org/a/b"))
    page = site["en/projects/p.html"]
    french = "https://example.org/a/b/fr/projets/p.html"
    assert '<link rel="canonical" href="https://example.org/a/b/en/projects/p.html">' in page
    assert f'<link rel="alternate" hreflang="fr" href="{french}">' in page
    assert f'<link rel="alternate" hreflang="x-default" href="{french}">' in page
    assert '<a href="../../fr/projets/p.html" hreflang="fr"' in page
    assert f"<loc>{french}</loc>" in site["sitemap.xml"]
    assert "noindex" not in page


def test_a_missing_page_finds_its_style_from_everywhere() -> None:
    missing = pages(catalogue(url="https://example.org/a/b"))["404.html"]
    assert 'href="/a/b/assets/cvcgen.css?v=' in missing
    assert 'href="/a/b/fr/index.html"' in missing
    assert 'href="/assets/' in pages(catalogue(url="https://example.org"))["404.html"]
    assert "assets/" not in pages(catalogue())["404.html"]


def test_a_tab_says_that_the_page_is_missing_without_a_full_stop() -> None:
    for languages, title in (("fr", "Page introuvable"), ("en", "Page not found")):
        missing = pages(catalogue(languages=(Language(languages),)))["404.html"]
        assert re.search(rf"<title>{title} – [^<.]+</title>", missing)


def test_search_engines_are_asked_on_every_page() -> None:
    site = pages(catalogue([], [project("p")], url="https://example.org", noindex=True))
    for path, page in site.items():
        assert not path.endswith(".html") or '<meta name="robots" content="noindex">' in page
    assert "sitemap.xml" not in site


def test_every_page_leads_to_the_search_and_the_accessibility_statement() -> None:
    for path, page in pages(full()).items():
        if path.startswith("en/") and path.endswith(".html"):
            assert re.search(r'<a href="[^"]*search\.html"[^>]*>Search</a>', page), path
            statement = (
                r'<a href="[^"]*accessibility\.html"[^>]*>Accessibility of this site</a>'
            )
            assert re.search(statement, page), path


def test_ties_are_said() -> None:
    site = pages(full())
    assert site["fr/classements/gens.html"].count("2ᵉ ex\u00a0æquo") == 2
    assert site["en/rankings/gens.html"].count("tied 2nd") == 2


def test_each_state_is_said_on_the_ranking() -> None:
    page = pages(full())["en/rankings/gens.html"]
    for words in (
        "Incomplete scores",
        "Too few values apply",
        "No value applies",
        "Not feasible",
    ):
        assert f"<h2>{words}</h2>" in page
    assert "between 54.0% and\xa084.0%" in page


def test_a_published_total_is_not_explained_away() -> None:
    page = pages(full())["en/projects/tied.html"]
    assert "the ratings behind it are not known" in page
    assert "62.5%" in page


def test_a_rating_links_to_its_line_and_can_be_contested() -> None:
    page = pages(full())["en/projects/full.html"]
    assert "https://github.com/o/r/blob/main/content/projects/p.yaml#L7" in page
    assert "https://github.com/o/r/issues/new?title=Contest+a+rating" in page


def test_markdown_is_set_below_the_page_and_never_runs() -> None:
    page = pages(full())["fr/projets/full.html"]
    assert "<h3>Titre</h3>" in page
    assert "Texte &lt;script&gt;" in page


def test_a_long_ranking_is_split() -> None:
    many = [project(f"p{n:03}", rated("gens", {"a": "5"})) for n in range(151)]
    site = pages(catalogue([clientele("gens", {"a": "100"})], many))
    assert len(re.findall("<tr[ >]", site["fr/classements/gens.html"])) == 151
    assert len(re.findall("<tr[ >]", site["fr/classements/gens.2.html"])) == 2
    assert "n’agit que sur cette page" in site["fr/classements/gens.html"]
    assert 'class="sort"' not in site["fr/classements/gens.html"]
    assert 'href="gens.2.html"' in site["fr/classements/gens.html"]


def test_downloads_stand_beside_what_they_are_about() -> None:
    group, plan = ClienteleId("gens"), ProjectId("p")
    json, csv = "application/json", "text/csv"
    files = (
        Download(PurePosixPath("data/all.json"), message("All"), json, 1234),
        Download(PurePosixPath("fr/g.csv"), message("R"), csv, 999, 1, group, None, BOTH[0]),
        Download(PurePosixPath("data/p.json"), message("P"), json, 5, 2, None, plan),
    )
    site = pages(catalogue([clientele("gens", {"a": "1"})], [project("p")]), files)
    whole = '<a href="../data/all.json">All (JSON, 1.2 KB)</a>'
    assert whole in site["en/data.html"]
    assert 'href="../g.csv"' in site["fr/classements/gens.html"]
    assert "CSV, 999 octets, 1 ligne" in site["fr/classements/gens.html"]
    assert "g.csv" not in site["en/rankings/gens.html"]
    assert 'href="../../data/p.json"' in site["en/projects/p.html"]


def test_templates_of_a_site_come_first_and_run_in_a_sandbox(tmp_path: Path) -> None:
    (tmp_path / "policy.html.jinja").write_text("<!-- own -->{{ page.__class__ }}")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "theme.css").write_text(":root{}")
    made = catalogue()
    with pytest.raises(Exception, match="unsafe"):
        pages(made, own=read_own_templates(tmp_path))
    (tmp_path / "policy.html.jinja").write_text("<!-- own -->")
    site = pages(made, own=read_own_templates(tmp_path))
    assert "<!-- own -->" in site["fr/index.html"]
    link = r'stylesheet" href="\.\./assets/(\w+\.css)\?v=[0-9a-f]{8}"'
    sheets = re.findall(link, site["fr/index.html"])
    assert sheets == ["cvcgen.css", "theme.css"]


def test_totals_that_look_alike_get_more_decimals() -> None:
    weights = {"a": "50.02", "b": "49.98"}
    made = catalogue(
        [clientele("gens", weights)],
        [
            project("one", rated("gens", {"a": "5", "b": "0"})),
            project("two", rated("gens", {"a": "0", "b": "5"})),
        ],
        scale=rubric(["0", "5"]),
    )
    page = pages(made)["en/rankings/gens.html"]
    assert "50.02%" in page
    assert "49.98%" in page
    assert Fraction("50.02") > Fraction("49.98")
