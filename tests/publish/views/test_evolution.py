"""A clientele over time: who moved since the method changed last."""

from cvcgen.core.model import Catalogue, ClienteleId
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.evolution import EvolutionView, view_evolution
from cvcgen.publish.views.turns import Turn
from tests.publish.little_pasts import past, past_context, past_pages, site
from tests.publish.little_sites import catalogue, clientele

LOW, HIGH, MIDDLE = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}, {"a": "3", "b": "0"}
OTHER_WEIGHTS = {"a": "50", "b": "50"}


def shown(*found: Catalogue | None, language: str = "en", number: int = 1) -> EvolutionView:
    history = past(found)
    made = next(one for one in reversed(found) if one)
    page = past_context(history, made, language, PageKind.EVOLUTION, number, "all")
    clientele = page.site.clienteles[ClienteleId("all")]
    return view_evolution(page, clientele, history)


def said(turn: Turn) -> str:
    return "".join(part.text for part in turn.text)


def test_rows_go_from_the_beginning_to_now() -> None:
    view = shown(site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE))
    assert view.frame.title.text == "All (en) over time"
    assert view.finding == "Since January 1, 2026: 1 score changed, 2 ranks changed."
    assert view.caption == "“Project p” moved most: from the 2nd to the 1st rank."
    p, q = view.rows
    assert (p.rank, p.score, p.delta) == ("1st", "12.0% → 60.0%", "+48.0")
    assert p.move
    assert p.move.sign == "▲1"
    assert (q.rank, q.score, q.delta) == ("2nd", "36.0%", "")
    assert p.project_href == "../projects/p.html#history.all"
    assert p.changed.day == "2026-01-02"


def test_figures_begin_after_the_last_change_of_method() -> None:
    view = shown(
        site(p=LOW), site(p=HIGH), site(OTHER_WEIGHTS, p=HIGH), site(OTHER_WEIGHTS, p=MIDDLE)
    )
    assert view.finding == "Since January 3, 2026: 1 score changed, 0 ranks changed."
    assert view.rows[0].score == "50.0% → 30.0%"
    assert [(turn.commit.day, said(turn)) for turn in view.turns] == [
        (
            "2026-01-03",
            "Measured otherwise from here: weight of Value a, weight of Value b",
        )
    ]


def test_a_drawing_of_ranks_that_did_not_move_repeats_no_finding() -> None:
    view = shown(site(p=LOW), site(OTHER_WEIGHTS, p=LOW))
    assert view.figure
    assert view.finding == "Nothing changed since January 2, 2026."
    assert view.caption == "The ranks of the first projects over time."


def test_gaps_are_listed_with_their_reason() -> None:
    view = shown(site(p=LOW), None, site(p=LOW))
    assert [said(turn) for turn in view.turns] == ["Not known: no: broken"]
    assert view.finding == "Nothing changed since January 1, 2026."


def test_who_is_gone_comes_last_without_a_page() -> None:
    view = shown(site(p=LOW, q=MIDDLE), site(q=MIDDLE))
    assert [(row.project.text, row.project_href, row.rank) for row in view.rows] == [
        ("Project q", "../projects/q.html#history.all", "1st"),
        ("Project p", None, "–"),
    ]
    assert view.rows[1].score == "12.0% → –"


def test_a_long_table_has_parts_and_one_drawing() -> None:
    crowd = {f"n{number:03}": LOW for number in range(151)}
    states = site(p=LOW, **crowd), site(p=HIGH, **crowd)
    assert shown(*states).figure
    second = shown(*states, number=2)
    assert (second.figure, len(second.rows)) == (None, 2)
    assert [part.href for part in second.parts] == ["all.html", "all.2.html"]


def test_a_clientele_that_is_not_committed_yet_has_no_past() -> None:
    known = catalogue([clientele("few", {"a": "1"})])
    history = past([known])
    page = past_context(history, site(p=LOW), kind=PageKind.EVOLUTION, record="all")
    view = view_evolution(page, page.site.clienteles[ClienteleId("all")], history)
    assert (view.rows, view.figure, view.turns) == ((), None, ())
    assert view.finding == "Nothing changed since January 1, 2026."


def test_the_page_has_a_label_for_its_drawing_and_a_way_back() -> None:
    page = past_pages([site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE)])["fr/historique/all.html"]
    caption = "«\u00a0Projet p\u00a0» a le plus bougé\u00a0: du 2ᵉ au 1ᵉʳ rang."
    assert f'role="img" aria-label="{caption}"' in page
    assert '<li><a href="index.html">Historique</a></li>' in page
