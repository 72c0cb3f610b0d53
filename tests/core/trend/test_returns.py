"""What comes back in a history: projects, clienteles and scorecards, renamed ones too."""

from dataclasses import replace

from cvcgen.core.changes import RecordKey
from cvcgen.core.model import Catalogue, ClienteleId, Kind, NotConcerned, ProjectId
from cvcgen.core.trend import Trend
from tests.core.changes.catalogues import french, rename
from tests.core.changes.hands import X, Y, card, citizens, content, named
from tests.core.trend.test_trend import told

GRID = citizens()
A, B = named("a", card(X)), named("b", card(Y))
BOTH, ONE = content(GRID, A, B), content(GRID, B)
UNRATED = content(GRID, replace(A, scorecards=()), B)
CONCERN = NotConcerned(ClienteleId("c"), french("Rien"))
UNTOUCHED = content(GRID, replace(A, scorecards=(CONCERN,)), B)


def since(trend: Trend, at: int = -1) -> dict[str, str]:
    """What the revision brings back, and the name of the one at which it went."""
    return {
        _name(lost): then.origin.label for lost, then in trend.occasions[at].returned.items()
    }


def _name(lost: object) -> str:
    return lost.id if isinstance(lost, RecordKey) else "/".join(lost)  # type: ignore[call-overload]


def back(trend: Trend) -> list[str]:
    """For each score that the last revision brings: when what it lacked went, or nothing."""
    last = trend.occasions[-1]
    found = [last.back_since(change) for change in last.changes if change.before is None]
    return [one.origin.label if one else "" for one in found]


def test_a_project_that_was_removed_is_back() -> None:
    trend = told(BOTH, ONE, ONE, BOTH)
    assert since(trend) == {"a": "1", "c/a": "1"}
    assert back(trend) == ["1"]
    assert all(since(trend, at) == {} for at in (0, 1, 2))


def test_what_comes_first_or_under_another_id_is_not_back() -> None:
    assert back(told(ONE, BOTH)) == [""]
    other = replace(A, id=ProjectId("z"))
    assert back(told(BOTH, ONE, content(GRID, B, other))) == [""]


def test_what_went_twice_is_gone_since_the_last_time() -> None:
    assert back(told(BOTH, ONE, BOTH, ONE, BOTH)) == ["3"]


def test_a_revision_that_could_not_be_read_is_no_absence() -> None:
    assert since(told(BOTH, None, BOTH)) == {}
    assert back(told(BOTH, ONE, None, BOTH)) == ["1"]


def test_a_scorecard_that_was_removed_is_back() -> None:
    assert back(told(BOTH, UNRATED, BOTH)) == ["1"]


def test_a_clientele_is_touched_again_only_where_it_was_before() -> None:
    assert back(told(BOTH, UNTOUCHED, BOTH)) == ["1"]
    assert back(told(UNTOUCHED, BOTH)) == [""]
    assert back(told(BOTH, ONE, UNTOUCHED, BOTH)) == [""]


def test_a_clientele_that_was_removed_is_back() -> None:
    without: Catalogue = replace(
        BOTH,
        clienteles=(),
        projects=tuple(replace(one, scorecards=()) for one in BOTH.projects),
    )
    assert back(told(BOTH, without, BOTH)) == ["1", "1"]


def test_an_absence_follows_a_new_id() -> None:
    renamed = rename(UNRATED, Kind.CLIENTELE, "c", "d")
    assert back(told(BOTH, UNRATED, renamed, rename(BOTH, Kind.CLIENTELE, "c", "d"))) == ["1"]


def test_an_id_that_another_project_took_is_not_back() -> None:
    taken = content(GRID, replace(B, id=ProjectId("a")))
    trend = told(BOTH, ONE, taken)
    assert since(trend) == {}
    assert since(told(BOTH, ONE, taken, content(GRID), taken)) == {"a": "3", "c/a": "3"}
