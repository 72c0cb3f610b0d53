"""The moments of a series in words: what is said of each, and which are left out."""

import re
from dataclasses import replace

import pytest

from cvcgen.core.model import Feasibility
from cvcgen.core.trend import Series
from cvcgen.publish.history import SiteHistory
from cvcgen.publish.views.historyrow import HistoryRow, find_moments, show_row
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.history.teller import Teller
from tests.publish.little_pasts import past, past_context, site
from tests.publish.views.test_history import random_states
from tests.reports.samples import reader

LOW, HIGH, MIDDLE = {"a": "1", "b": "0"}, {"a": "5", "b": "0"}, {"a": "3", "b": "0"}
NOTHING = {"a": None, "b": "0"}


def series(history: SiteHistory, project: str) -> Series:
    return next(one for one in history.trend.series if one.project == project)


def rows(history: SiteHistory, project: str, language: str = "en") -> list[HistoryRow]:
    page = past_context(history, site(p=LOW, q=MIDDLE), language)
    return [show_row(page, *pair) for pair in find_moments(series(history, project))]


def test_a_rating_that_changed_is_told_with_its_part() -> None:
    first, second = rows(past([site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE)]), "p")
    assert (first.score, first.rank, first.notes) == (
        "12.0%",
        "2nd of 2",
        ("first score known",),
    )
    assert (second.score, second.delta, second.rank) == ("60.0%", "+48.0", "1st of 2")
    assert second.move
    assert second.move.sign == "▲1"
    assert [(line.amount, line.what) for line in second.causes.lines] == [
        ("+48.0", "Value a: Level 1 (1) → Level 5 (5)")
    ]
    assert (first.commit.day, first.commit.date) == ("2026-01-01", "January 1, 2026")


def test_feasibility_is_named_once() -> None:
    open_, refused = (
        replace(found, projects=(replace(found.projects[0], feasibility=feasibility),))
        for found in [site(p=LOW)]
        for feasibility in (Feasibility.UNDETERMINED, Feasibility.NOT_FEASIBLE)
    )
    _, second = rows(past([open_, refused]), "p")
    assert [line.what for line in second.causes.lines] == [
        "feasibility: to be determined → not feasible"
    ]
    assert [note for note in second.notes if "not feasible" in note] == [
        "not ranked: not feasible"
    ]


def test_who_is_passed_with_the_same_score_is_told_by_whom() -> None:
    _, second = rows(past([site(p=LOW, q=MIDDLE), site(p=HIGH, q=MIDDLE)]), "q")
    assert (second.score, second.delta, second.rank) == ("36.0%", "", "2nd of 2")
    assert second.causes.lines == ()
    assert second.notes == ("now behind “Project p”",)


def test_a_change_of_weights_is_a_break() -> None:
    other = site({"a": "50", "b": "50"}, p=HIGH, q=MIDDLE)
    _, second = rows(past([site(p=HIGH, q=MIDDLE), other]), "p")
    assert second.breaks == (
        "Measured otherwise from here: weight of Value a, weight of Value b"
    )
    _, second = rows(past([site(p=HIGH, q=MIDDLE), other]), "p", "fr")
    assert second.breaks.startswith("Mesuré autrement à partir d’ici\u00a0: poids de")


def test_a_gap_says_why_and_the_next_row_what_it_is_told_from() -> None:
    _, gap, after = rows(past([site(p=LOW), None, site(p=HIGH)]), "p")
    assert [part.text for part in gap.gap] == ["Not known: no: broken"]
    assert (gap.score, gap.rank, gap.notes) == ("–", "", ())
    assert after.notes[0] == "told from the last revision that could be read"
    assert (after.delta, after.move) == ("+48.0", None)


def test_what_is_not_rated_yet_is_an_interval_and_has_no_rank() -> None:
    _, second = rows(past([site(p=LOW, q=MIDDLE), site(p=NOTHING, q=MIDDLE)]), "p")
    assert (second.score, second.rank) == ("between 0.0% and\xa060.0%", "–")
    assert second.notes == (
        "leaves the first 3",
        "no longer complete",
        "not ranked: some values are not rated yet",
    )


def test_a_score_that_is_gone_has_a_last_row() -> None:
    _, second = rows(past([site(p=LOW, q=MIDDLE), site(q=MIDDLE)]), "p")
    assert (second.score, second.rank) == ("–", "")
    assert second.notes == ("project removed", "leaves the first 3")


def test_moments_at_which_nothing_moves_are_left_out() -> None:
    still = past([site(p=LOW, q=MIDDLE), site(p=LOW, q=HIGH), site(p=LOW, q=HIGH)])
    assert len(find_moments(series(still, "p"))) == 1
    assert len(find_moments(series(still, "q"))) == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_causes_are_those_that_the_command_tells(language: str) -> None:
    compared = 0
    for seed in range(24):
        found = random_states(seed)
        history = past(found)
        made = next(state for state in reversed(found) if state)
        page = past_context(history, made, language)
        teller = Teller(Chronicle(history.trend), reader(language))
        for one in history.trend.series:
            for former, point in find_moments(one):
                row = show_row(page, former, point)
                told = {bare(said) for said in teller.causes(point, former)}
                for line in row.causes.lines:
                    shown = f"{line.what} ({line.amount})" if line.amount else line.what
                    assert bare(shown) in told, (seed, told)
                    compared += 1
                assert row.delta == teller.delta(point)
    assert compared > 100


def bare(text: str) -> str:
    """The words without parentheses: random points may have no level, and so no name."""
    return re.sub(r"[()]", "", text)
