"""What the scripts do: filter, sort, search, state in the address; from a folder too."""

import json
import shutil
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

from tests.browser.conftest import Variation
from tests.browser.serving import compressed_size
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.visiting import PHONE, Visit, Visitor
from tests.browser.waiting import becomes, wait_until

SCRIPTS_LIMIT = 4096
RANKED = "main table.ranking:has(button.sort) tbody tr"
ENTRIES = 5000
MOST_SHOWN = 50
PARTS = 4
"""Elements of one result: its item, link, kind and text."""
# What one search does, counted and not timed: how long it takes is a matter of the machine.
SEARCH_WORK = """(words) => {
  const work = {includes: 0, normalize: 0, createElement: 0};
  const owners = [String.prototype, String.prototype, Document.prototype];
  const real = Object.keys(work).map((name, at) => [owners[at], name, owners[at][name]]);
  for (const [owner, name, does] of real) {
    owner[name] = function (...given) {
      work[name] += 1;
      return does.apply(this, given);
    };
  }
  const box = document.querySelector('main input[type=search]');
  box.value = words;
  box.dispatchEvent(new Event('input', {bubbles: true}));
  for (const [owner, name, does] of real) owner[name] = does;
  return work;
}"""


@pytest.fixture
def ranking(built_site: BuiltSite) -> SitePage:
    return built_site.page("fr/classements/citoyens.html")


@pytest.fixture
def visit(visitor: Visitor, ranking: SitePage) -> Iterator[Visit]:
    """The ranking as opened by double click."""
    with visitor.fresh((ranking.site / ranking.path).as_uri()) as opened:
        yield opened
        assert opened.complaints == []


def titles(visit: Visit) -> list[str]:
    """The projects that the page shows, in its order, ranked or not."""
    links = visit.page.locator("main [data-statut] a:visible")
    return links.all_inner_texts()


def ranks(visit: Visit) -> list[str]:
    return visit.page.locator(f"{RANKED} td.rank:visible").all_inner_texts()


def said(visit: Visit) -> str:
    return visit.page.locator("main output").inner_text()


def fragment(visit: Visit) -> str:
    return str(visit.page.evaluate("decodeURIComponent(location.hash)"))


def open_filter(visit: Visit) -> None:
    visit.page.get_by_text("Filtrer", exact=True).click()


def test_words_narrow_whatever_their_accents_and_order(visit: Visit) -> None:
    everything = titles(visit)
    open_filter(visit)
    visit.page.get_by_label("Mots du titre").fill("AIDANTS accès")
    assert titles(visit) == ["Accès délégué pour les proches aidants"]
    assert said(visit) == f"Projets affichés\u00a0: 1 sur {len(everything)}"
    assert fragment(visit) == "#q=AIDANTS+accès"
    visit.page.get_by_role("button", name="Effacer").click()
    wait_until(visit.page, "!location.hash")
    assert titles(visit) == everything
    focused = "document.activeElement === document.querySelector('main input')"
    assert visit.page.evaluate(focused)


def test_states_narrow_together_with_words(visit: Visit) -> None:
    open_filter(visit)
    visit.page.get_by_role("combobox", name="État").select_option("planifié")
    planned = titles(visit)
    assert planned
    assert all("planifié" in row for row in rows_shown(visit))
    visit.page.get_by_role("combobox", name="Faisabilité").select_option("oui")
    visit.page.get_by_label("Mots du titre").fill("e")
    assert set(titles(visit)) <= set(planned)
    assert fragment(visit) == "#statut=planned&faisabilite=feasible&q=e"


def rows_shown(visit: Visit) -> list[str]:
    return visit.page.locator("main [data-statut]:visible").all_inner_texts()


def test_what_has_nothing_left_goes_with_its_heading(visit: Visit) -> None:
    open_filter(visit)
    visit.page.get_by_label("Mots du titre").fill("zzzz")
    assert titles(visit) == []
    assert said(visit).startswith("Aucun projet ne correspond")
    assert visit.page.locator("main table:visible").count() == 0
    assert (
        visit.page.locator("main h2:visible").first.inner_text() == "Comment lire ce classement"
    )


def test_an_open_filter_fits_on_the_narrowest_screen(visit: Visit) -> None:
    open_filter(visit)
    visit.resize({"width": 320, "height": 700})
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 320


def test_tied_projects_stay_together_by_title(variation: Variation, visitor: Visitor) -> None:
    page = variation("hundred").page("fr/classements/c00.html")
    with visitor.fresh(visitor.address(page, "/hundred/")) as visit:
        best_first = list(zip(ranks(visit), titles(visit), strict=True))
        assert any("ex" in rank for rank, _title in best_first)
        visit.page.get_by_role("button", name="Trier par cote").click()
        assert list(zip(ranks(visit), titles(visit), strict=True)) == best_first
        visit.page.get_by_role("button", name="Trier par cote").click()
        assert fragment(visit) == "#tri=-cote"
        groups = [list(group) for _rank, group in groupby(best_first, key=itemgetter(0))]
        worst_first = [row for group in reversed(groups) for row in group]
        assert list(zip(ranks(visit), titles(visit), strict=True)) == worst_first


def test_projects_without_a_rank_stay_apart(visit: Visit) -> None:
    unranked = titles(visit)[len(ranks(visit)) :]
    assert unranked
    visit.page.get_by_role("button", name="Trier par titre").click()
    assert titles(visit)[len(ranks(visit)) :] == unranked


def test_a_header_says_how_it_is_sorted(visit: Visit) -> None:
    def sorts() -> list[str | None]:
        headers = visit.page.locator("main table.ranking").first.locator("thead th")
        return [header.get_attribute("aria-sort") for header in headers.all()]

    assert sorts() == ["ascending", None, None]
    visit.page.get_by_role("columnheader", name="Projet Trier").click()
    assert sorts() == [None, "ascending", None]
    first = titles(visit)[: len(ranks(visit))]
    visit.page.get_by_role("button", name="Trier par titre").press("Enter")
    assert sorts() == [None, "descending", None]
    assert titles(visit)[: len(first)] == first[::-1]
    visit.page.get_by_role("button", name="Trier par cote").press("Space")
    assert sorts() == [None, None, "descending"]


def test_a_link_shows_the_same_view_and_back_undoes(visitor: Visitor, visit: Visit) -> None:
    everything = titles(visit)
    visit.page.get_by_role("button", name="Trier par titre").click()
    sorted_ones = titles(visit)
    open_filter(visit)
    visit.page.get_by_label("Mots du titre").press_sequentially("rel")
    assert fragment(visit) == "#tri=titre&q=rel"
    shown = titles(visit)
    with visitor.fresh(visit.page.url) as again:
        assert titles(again) == shown
        assert again.page.get_by_label("Mots du titre").input_value() == "rel"
    # The address has changed back before the page hears of it.
    visit.page.go_back()
    becomes(visit.page, lambda: (titles(visit), fragment(visit)), (sorted_ones, "#tri=titre"))
    visit.page.go_back()
    becomes(visit.page, lambda: (titles(visit), fragment(visit)), (everything, ""))
    visit.page.go_forward()
    becomes(visit.page, lambda: titles(visit), sorted_ones)


@pytest.mark.parametrize(
    "odd", ["#tri=__proto__", "#tri=", "#statut=x&q=", "#main", "#=&&%", "#q=%3Cimg%3E"]
)
def test_no_address_breaks_the_page(visitor: Visitor, ranking: SitePage, odd: str) -> None:
    with visitor.fresh(visitor.address(ranking) + odd) as visit:
        assert said(visit)
        assert visit.complaints == []


def test_a_language_link_is_not_led_astray_by_the_state(
    visitor: Visitor, ranking: SitePage
) -> None:
    with visitor.fresh(f"{visitor.address(ranking)}#q=rel&tri=titre") as visit:
        visit.page.get_by_role("link", name="English").click()
        visit.page.wait_for_url("**/en/rankings/citoyens.html")


def test_a_split_ranking_says_what_the_filter_acts_on(
    variation: Variation, visitor: Visitor
) -> None:
    page = variation("many").page("fr/classements/c00.html")
    with visitor.fresh(visitor.address(page, "/many/")) as visit:
        here = titles(visit)
        elsewhere = next(f"{n:03}" for n in range(400) if f"Projet {n:03}" not in here)
        open_filter(visit)
        assert visit.page.get_by_text("n’agit que sur cette page du classement").is_visible()
        visit.page.get_by_label("Mots du titre").fill(elsewhere)
        assert titles(visit) == []
        assert visit.page.locator("button.sort").count() == 0
        visit.page.get_by_role("link", name="Chercher dans tous les projets").click()
        visit.page.wait_for_url(f"**/fr/recherche.html#q={elsewhere}")
        assert results(visit) == [f"Projet {elsewhere}"]


@pytest.fixture
def search(built_site: BuiltSite) -> SitePage:
    return built_site.page("fr/recherche.html")


def results(visit: Visit) -> list[str]:
    return visit.page.locator(".results a").all_inner_texts()


def test_search_finds_every_kind_titles_first(visitor: Visitor, search: SitePage) -> None:
    with visitor.fresh((search.site / search.path).as_uri(), viewport=PHONE) as visit:
        box = visit.page.get_by_role("searchbox")
        box.press_sequentially("SECURITE")
        first = visit.page.locator(".results li").first.inner_text()
        assert "écurité" in first
        assert "valeur" in first
        assert fragment(visit) == "#q=SECURITE"
        box.fill("projet")
        assert len(results(visit)) > 20
        box.fill("l'assurance")
        assert results(visit)
        box.fill("zzzz")
        assert said(visit).startswith("Rien ne correspond")
        visit.page.go_back()
        becomes(visit.page, lambda: (results(visit), said(visit)), ([], ""))
        assert visit.complaints == []


def test_a_result_leads_to_its_page(visitor: Visitor, search: SitePage) -> None:
    with visitor.fresh(f"{visitor.address(search)}#q=proches+aidants") as visit:
        visit.page.locator(".results a").first.press("Enter")
        visit.page.wait_for_url("**/fr/projets/acces-proche-aidant.html")
        visit.page.go_back()
        visit.page.wait_for_url("**/fr/recherche.html#q=proches+aidants")
        assert results(visit)


def test_texts_of_the_content_stay_texts(
    visitor: Visitor, search: SitePage, tmp_path: Path
) -> None:
    evil = ['<img src=x onerror="alert(1)">', "projet", "projets/x.html", "</script>", "", ""]
    with visitor.fresh(opened_with([evil], search, tmp_path).as_uri()) as visit:
        visit.page.get_by_role("searchbox").fill("img")
        assert results(visit) == [evil[0]]
        assert visit.page.locator("main img").count() == 0
        assert visit.complaints == []


def test_five_thousand_entries_are_searched_at_once(
    visitor: Visitor, search: SitePage, tmp_path: Path
) -> None:
    summary = "Ce projet d’essai améliore la sécurité et l’accès pour les personnes âgées. " * 2
    entries = [
        [f"Projet numéro {n}", "projet", f"projets/p{n}.html", f"{summary} {n}", "", ""]
        for n in range(ENTRIES)
    ]
    with visitor.fresh(opened_with(entries, search, tmp_path).as_uri()) as visit:
        visit.page.get_by_role("searchbox").fill("securite")
        assert said(visit) == (f"Résultats\u00a0: {ENTRIES}. Les 50 premiers sont affichés.")
        assert len(results(visit)) == MOST_SHOWN
        for words in ("securite", "a e", "xyzzy", "projet 49"):
            work = visit.page.evaluate(SEARCH_WORK, words)
            # Each word is looked for once in a title and once in a text; accents are taken
            # off the words alone, off the entries long before; few results are drawn.
            assert ENTRIES <= work["includes"] <= 2 * len(words.split()) * ENTRIES, words
            assert work["normalize"] == 1, words
            assert work["createElement"] <= MOST_SHOWN * PARTS, words


def opened_with(entries: list[list[str]], search: SitePage, folder: Path) -> Path:
    """The search page in a copy of its site that has these entries."""
    site = folder / "site"
    shutil.copytree(search.site, site, ignore=shutil.ignore_patterns("data", "projets", "en"))
    written = f"var cvcgenEntries = {json.dumps(entries)};"
    (site / "fr" / "recherche.js").write_text(written, encoding="utf-8")
    return site / search.path


def test_scripts_are_light_classic_and_alone(built_site: BuiltSite) -> None:
    scripts = sorted((built_site.folder / "assets").glob("*.js"))
    assert [path.name for path in scripts] == ["filter.js", "search.js", "sort.js"]
    assert sum(compressed_size(path.read_bytes()) for path in scripts) <= SCRIPTS_LIMIT
    for path in scripts:
        source = path.read_text(encoding="utf-8")
        for word in ("import ", "export ", "fetch(", "innerHTML", "eval(", "localStorage"):
            assert word not in source, f"{path.name}: {word}"
