from fractions import Fraction
from itertools import permutations

import pytest

from cvcgen.core.changes import Cause, CauseKind, Edit, EditKind, RecordKey
from cvcgen.core.changes.standings import Company
from cvcgen.core.changes.telling import comes_or_goes, say_cause, told_company, told_states
from cvcgen.core.model import Kind, ProjectId, ValueId
from tests.core.changes.hands import X, card, change, citizens, compared, content, named
from tests.core.grids import NOT_APPLICABLE, NOT_RATED

A, B, C, D = map(ProjectId, "abcd")


def told(company: Company) -> dict[str, tuple[ProjectId, ...]]:
    return {said.template: others for said, others in told_company(company) if others}


def test_each_way_to_change_places_has_its_sentence() -> None:
    assert told(Company(above=(A,), below=(B,), tied=(C,), untied=(D,))) == {
        "now tied with {names}": (C,),
        "no longer tied with {names}": (D,),
        "no longer behind {names}": (B,),
        "now behind {names}": (A,),
    }
    assert told(Company()) == {}


def test_whoever_was_tied_and_passed_is_told_once() -> None:
    assert told(Company(above=(A, B), untied=(A, C))) == {
        "no longer tied with {names}": (C,),
        "now behind {names}": (A, B),
    }
    assert told(Company(below=(A, B), tied=(A,))) == {
        "now tied with {names}": (A,),
        "no longer behind {names}": (B,),
    }


def test_a_score_comes_or_goes_with_its_scorecard_alone() -> None:
    record = RecordKey(Kind.PROJECT, "p")
    forms = (None, "not_concerned", "rated", "published")
    told = {}
    for pair in permutations(forms, 2):
        said = comes_or_goes(Edit(record, EditKind.SCORECARD, *pair))
        told[pair] = said.text(str) if said else ""
    assert told[None, "not_concerned"] == told["rated", "published"] == ""
    assert told[None, "rated"] == told["not_concerned", "published"] == "brings a score"
    assert told["rated", None] == told["published", "not_concerned"] == "takes a score away"
    assert comes_or_goes(Edit(record, EditKind.STATUS, "rated", None)) is None


SECURITY = ValueId("security")


@pytest.mark.parametrize(
    ("kind", "value", "edited", "said"),
    [
        (CauseKind.RATING, SECURITY, True, "{value}: {before} → {after}"),
        (CauseKind.WEIGHT, SECURITY, True, "{value}: weight {before} → {after}"),
        (
            CauseKind.WEIGHT,
            SECURITY,
            False,
            "{value}: weight {before} → {after}, since all weights make up 100%",
        ),
        (
            CauseKind.RUBRIC,
            SECURITY,
            True,
            "highest rating possible: {before} → {after} points",
        ),
        (
            CauseKind.RUBRIC,
            None,
            True,
            "lowest rating possible, over the highest: {before} → {after}",
        ),
    ],
)
def test_a_cause_says_what_was_edited_and_what_only_followed(
    kind: CauseKind, value: ValueId | None, edited: bool, said: str
) -> None:
    cause = Cause(kind, value, Fraction(1), Fraction(3), Fraction(5), edited)
    found = say_cause(cause, "Security", "3", "5")
    assert found.template == said
    assert dict(found.arguments) == {"value": "Security", "before": "3", "after": "5"}


EMPTY = " ".join([NOT_APPLICABLE] * 8)
OPEN = f"5 5 5 5 5 5 5 {NOT_RATED}"
MORE_OPEN = f"5 5 5 5 5 5 {NOT_RATED} {NOT_RATED}"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (OPEN, MORE_OPEN, ["still incomplete"]),
        (OPEN, X, ["now complete", "now ranked"]),
        (X, OPEN, ["no longer complete"]),
        (OPEN, EMPTY, []),
        (EMPTY, OPEN, []),
        (X, EMPTY, []),
        (EMPTY, X, ["now ranked"]),
    ],
)
def test_where_no_value_applies_a_score_is_neither_complete_nor_incomplete(
    before: str, after: str, said: list[str]
) -> None:
    grid = citizens()
    states = (content(grid, named("a", card(ratings))) for ratings in (before, after))
    told_of = change(compared(*states), "a")
    assert [sentence.template for sentence in told_states(told_of)] == said
