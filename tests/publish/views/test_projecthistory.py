"""A project's past on its page: the finding, the drawing, the rows, what is left out."""

from cvcgen.core.model import Catalogue, ProjectId
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.projecthistory import SeriesHistory, show_project_history
from tests.publish.little_pasts import past, past_context, past_pages, site
from tests.publish.little_sites import catalogue, clientele, pages, project, rated

LOW, HIGH, MIDDLE = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}, {"a": "3", "b": "0"}
OTHER_WEIGHTS = {"a": "50", "b": "50"}


def shown(*found: Catalogue | None, language: str = "en", name: str = "p") -> SeriesHistory:
    made = next(one for one in reversed(found) if one)
    page = past_context(past(found), made, language, PageKind.PROJECTS)
    known = show_project_history(page, ProjectId(name))
    assert known
    [series] = known.series
    return series


def test_the_finding_says_from_where_to_where() -> None:
    states = site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE)
    assert shown(*states).finding == (
        "From 12.0% (2nd) on January 1, 2026 to 60.0% (1st) on January 2, 2026."
    )
    assert shown(*states, language="fr").finding == (
        "Le 1ᵉʳ janvier 2026\u00a0: 12,0\u00a0% (2ᵉ);"
        " le 2 janvier 2026\u00a0: 60,0\u00a0% (1ᵉʳ)."
    )


def test_what_never_moved_is_a_sentence_alone() -> None:
    series = shown(site(p=LOW), site(p=LOW))
    assert series.finding == "12.0% (1st) since January 1, 2026."
    assert (series.figure, series.rows, series.more) == (None, (), "")


def test_what_came_back_to_where_it_was_has_moved() -> None:
    series = shown(site(p=LOW), site(p=HIGH), site(p=LOW))
    assert series.finding.startswith("From 12.0% (1st) on January 1, 2026 to 12.0% (1st)")
    assert [row.score for row in series.rows] == ["12.0%", "60.0%", "12.0%"]


def test_scores_across_a_change_of_method_are_not_compared() -> None:
    series = shown(site(p=LOW), site(OTHER_WEIGHTS, p=LOW), site(OTHER_WEIGHTS, p=HIGH))
    assert series.finding == (
        "From 10.0% (1st) on January 2, 2026 to 50.0% (1st) on January 3, 2026."
        " Scores before January 2, 2026 were measured otherwise and do not compare."
    )


def test_a_gap_at_the_end_is_said() -> None:
    series = shown(site(p=LOW), site(p=HIGH), None)
    assert series.finding.endswith("Not known since January 3, 2026.")


def test_a_score_that_is_gone_is_said() -> None:
    one = catalogue([clientele("all", {"a": "1"})], [project("p", rated("all", {"a": "5"}))])
    none = catalogue([clientele("all", {"a": "1"})], [project("p")])
    assert shown(one, none).finding.endswith("No score since January 2, 2026.")


def test_a_clientele_that_is_gone_keeps_its_name_and_has_no_page() -> None:
    two = [clientele("all", {"a": "1"}), clientele("few", {"a": "1"})]
    cards = (rated("all", {"a": "5"}), rated("few", {"a": "3"}))
    before = catalogue(two, [project("p", *cards)])
    after = catalogue(two[:1], [project("p", cards[0])])
    page = past_context(past([before, after]), after, kind=PageKind.PROJECTS)
    known = show_project_history(page, ProjectId("p"))
    assert known
    assert [(s.clientele.text, s.evolution_href) for s in known.series] == [
        ("All (en)", "../history/all.html"),
        ("Few (en)", None),
    ]


def test_the_oldest_of_many_moments_are_counted() -> None:
    states = [site(p=HIGH if at % 2 else LOW) for at in range(31)] * 2
    series = shown(*states[:60])
    assert len(series.rows) == 40
    assert series.more == (
        "19 older moments are left out; the command “cvcgen history p” tells them."
    )


def test_the_page_has_all_of_it_in_its_language_and_none_without_history() -> None:
    states = [site(p=LOW, q=MIDDLE), site(OTHER_WEIGHTS, p=HIGH, q=MIDDLE)]
    page = past_pages(states)["fr/projets/p.html"]
    assert '<section id="history.all">' in page
    assert 'role="img"' in page
    assert "Mesuré autrement à partir d’ici" in page
    assert '<a href="../historique/all.html">Tous les projets au fil du temps' in page
    assert "Historique" not in pages(states[-1])["fr/projets/p.html"]
