"""One commit of a history: what it moved, in how many words."""

from dataclasses import replace

from cvcgen.core.model import Catalogue, Feasibility
from cvcgen.publish.views.historyentry import HistoryEntry, list_told, show_entry
from tests.publish.little_pasts import HOSTILE, past, past_context, past_pages, site
from tests.publish.little_sites import catalogue, clientele, project, rated

LOW, HIGH, MIDDLE = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}, {"a": "3", "b": "0"}


def entries(
    *found: Catalogue | None, language: str = "en", subject: str = "Say so"
) -> list[HistoryEntry]:
    history = past(found, subject)
    made = next(one for one in reversed(found) if one)
    page = past_context(history, made, language)
    return [show_entry(page, history, occasion) for occasion in list_told(history)]


def test_the_finding_counts_ranks_that_others_moved_too() -> None:
    start, changed = entries(site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE))
    assert start.finding == "the history begins here"
    assert changed.finding == "1 score changed, 2 rank moves"
    [board] = changed.boards
    assert [(row.project.text, row.rank, row.score) for row in board.rows] == [
        ("Project p", "2 → 1", "12.0% → 60.0%")
    ]
    assert board.rows[0].project_href == "../projects/p.html"
    assert board.clientele_href == "../clienteles/all.html"


def test_who_is_gone_has_no_page_any_more() -> None:
    _, added, removed = entries(site(p=LOW), site(p=LOW, q=MIDDLE), site(p=LOW))
    assert added.finding == "1 rank move, 1 new score"
    assert added.boards[0].rows[0].project_href is None
    assert removed.records == ("Removed: project Project q (q)",)


def test_who_is_back_is_not_called_new() -> None:
    alone, both = site(p=LOW), site(p=LOW, q=MIDDLE)
    *_, back = entries(both, alone, both)
    assert back.finding == "1 rank move, 1 score back"
    assert back.records == (
        "Back, after an absence since January 2, 2026: project Project q (q)",
    )
    [row] = back.boards[0].rows
    assert (row.news, row.notes[0]) == (
        "back",
        "project back; it had been gone since January 2, 2026",
    )
    *_, french = entries(both, alone, both, language="fr")
    assert french.records == (
        "De retour, après une absence depuis le 2 janvier 2026\xa0: projet Projet q (q)",
    )


def test_ranks_that_were_gained_or_lost_are_rank_moves() -> None:
    """As in the head line of a comparison of the two states."""
    states = [
        catalogue(
            [clientele("all", {"a": "60", "b": "40"})],
            [
                replace(project("p", rated("all", HIGH)), feasibility=feasibility),
                project("q", rated("all", LOW)),
            ],
        )
        for feasibility in (Feasibility.FEASIBLE, Feasibility.NOT_FEASIBLE)
    ]
    _, lost = entries(*states)
    assert lost.finding == "2 rank moves"
    _, gained = entries(*reversed(states))
    assert gained.finding == "2 rank moves"


def test_a_break_is_told_for_each_clientele() -> None:
    _, changed = entries(site(p=HIGH), site({"a": "50", "b": "50"}, p=HIGH))
    [method] = changed.breaks
    assert (method.clientele.text, method.edits) == (
        "All (en)",
        ("weight of Value a", "weight of Value b"),
    )


def test_what_cannot_be_read_says_why() -> None:
    _, gap, _ = entries(site(p=LOW), None, site(p=HIGH))
    assert gap.finding == "this revision could not be read"
    assert [part.text for part in gap.gap] == ["no: broken"]
    assert (gap.boards, gap.records, gap.breaks) == ((), (), ())


def test_what_came_after_a_gap_is_told_from_the_last_that_could_be_read() -> None:
    _, gap, after, later = entries(site(p=LOW), None, site(p=HIGH), site(p=MIDDLE))
    assert gap.finding == "this revision could not be read"
    assert after.finding == "1 score changed, since the last revision that could be read"
    assert later.finding == "1 score changed"
    _, after = entries(None, site(p=HIGH))
    assert after.finding == "the history begins here"


def test_only_the_first_of_the_same_gaps_is_told() -> None:
    history = past([site(p=LOW), None, None, site(p=LOW), site(p=LOW)])
    told = [history.positions[one.origin] for one in list_told(history)]
    assert told == [0, 1, 3]


def test_many_rows_are_counted() -> None:
    low = {f"p{n}": {"a": "1", "b": "0"} for n in range(12)}
    high = {f"p{n}": {"a": "3", "b": "0"} for n in range(12)}
    _, changed = entries(site(**low), site(**high))
    [board] = changed.boards
    assert len(board.rows) == 8
    assert board.more == "4 more scores changed, by less."


def test_strangers_words_are_cut_and_nothing_in_them_is_hidden() -> None:
    _, changed = entries(site(p=LOW), site(p=HIGH), subject=HOSTILE)
    assert changed.commit.subject.startswith("<b>x</b> & \\u{202e}gnp.exe\\u{1b}[0m yyy")
    assert len(changed.commit.subject) < 150
    assert changed.commit.subject.endswith("…")


def test_code_in_the_words_of_a_commit_is_set_apart() -> None:
    _, changed = entries(site(p=LOW), site(p=HIGH), subject="Rate `p` anew")
    assert changed.commit.subject == "Rate `p` anew"
    assert [(part.text, part.is_code) for part in changed.commit.told] == [
        ("Rate ", False),
        ("p", True),
        (" anew", False),
    ]


def test_code_is_code_on_the_page_and_markup_is_text() -> None:
    states = site(p=LOW), site(p=HIGH)
    page = past_pages(states, past(states, "Rate `<i>p</i>` anew"))["en/history/index.html"]
    assert "<bdi>Rate <code>&lt;i&gt;p&lt;/i&gt;</code> anew</bdi>" in page
