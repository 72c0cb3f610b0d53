"""What is said beside a change: why there is no score or no rank, in every report."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cvcgen.core.model import Feasibility, NotConcerned
from cvcgen.reports.changes import as_html, as_json, as_markdown, as_text
from cvcgen.reports.changes.notes import tell_notes
from cvcgen.reports.changes.review import Names, Review
from cvcgen.reports.reader import Reader
from tests.reports.changes.reviews import review
from tests.reports.samples import X, card, catalogue, project, reader, text

CONCERNED, NOBODY = catalogue(project("p", card(X))), catalogue()
REASON = "Le comité de mars a revu la portée du projet"
UNTOUCHED = catalogue(
    project("p", NotConcerned(card(X).clientele, text(REASON, f"{REASON} (en)")))
)
REPORTS = [module.report for module in (as_text, as_markdown, as_json, as_html)]


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_says_why_a_clientele_is_not_concerned(
    report: Callable[[Review, Reader], str],
) -> None:
    shown = report(review(CONCERNED, UNTOUCHED), reader("en"))
    assert f"{REASON} (en)" in shown.replace("\\", "")


def notes(found: Review, language: str = "en", back: str = "") -> tuple[str, ...]:
    [change] = found.comparison.changes
    return tell_notes(change, Names(found, reader(language)), back)


def test_the_reason_stands_beside_the_score_that_is_gone() -> None:
    gone = review(CONCERNED, UNTOUCHED)
    assert notes(gone)[0] == f"no longer concerned: «{REASON} (en)»"
    assert (
        notes(gone, "fr")[0] == f"clientèle non visée désormais\u00a0: «\u00a0{REASON}\u00a0»"
    )


def test_a_score_that_comes_without_a_rank_says_why() -> None:
    incomplete = catalogue(project("p", card((5, 0, 3, None, 3, 1, 0, 3))))
    assert notes(review(NOBODY, incomplete)) == (
        "new project",
        "not ranked: 1 value not rated: Value 4",
    )
    assert notes(review(NOBODY, incomplete), back="2026-03-01")[0] == (
        "project back; it had been gone since 2026-03-01"
    )


def test_another_reason_for_having_no_rank_is_said() -> None:
    refused = project("p", card(X), feasibility=Feasibility.NOT_FEASIBLE)
    incomplete = replace(refused, scorecards=(card((5, 0, 3, None, 3, 1, 0, 3)),))
    assert notes(review(catalogue(refused), catalogue(incomplete))) == (
        "no longer complete",
        "not ranked: 1 value not rated: Value 4",
    )
