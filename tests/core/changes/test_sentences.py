"""A score and its rank in words that stand alone: each thing that can become of them."""

import pytest

from cvcgen.core.changes.sentences import Ends, say_rank, say_score
from tests.core.changes.hands import X, card, change, citizens, compared, content, named

WHOLE, NOBODY = content(citizens(), named("a", card(X))), content(citizens())
OTHER = content(citizens(), named("a", card("5 5 5 5 5 5 5 5")))
NEW, GONE, MOVED = (
    change(compared(*pair), "a") for pair in ((NOBODY, WHOLE), (WHOLE, NOBODY), (WHOLE, OTHER))
)


@pytest.mark.parametrize(
    ("found", "ends", "back", "said"),
    [
        (NEW, ("", "52%"), False, "new score: 52%"),
        (NEW, ("", "52%"), True, "score back: 52%"),
        (NEW, ("", ""), False, "no score, as no value applies"),
        (GONE, ("52%", ""), False, "no score any more, before: 52%"),
        (MOVED, ("50%", "52%"), False, "score: 52% (+2), before: 50%"),
        (MOVED, ("", "52%"), False, "score: 52%, none before"),
        (MOVED, ("52%", ""), False, "no score any more, before: 52%"),
        (MOVED, ("52%", "52%"), False, "score: 52%, as before"),
    ],
)
def test_a_score(found, ends: tuple[str, str], back: bool, said: str) -> None:
    assert say_score(found, Ends(*ends), "+2", back).text(str) == said


def test_a_score_without_a_total_on_both_sides_has_no_difference() -> None:
    said = say_score(MOVED, Ends("40 – 60%", "52%"), "", back=False)
    assert said.text(str) == "score: 52%, before: 40 – 60%"


@pytest.mark.parametrize(
    ("found", "ends", "said"),
    [
        (NEW, ("", "2nd"), "rank: 2nd"),
        (NEW, ("", ""), "not ranked"),
        (GONE, ("2nd", ""), "rank before: 2nd"),
        (GONE, ("", ""), None),
        (MOVED, ("2nd", "1st"), "rank: 1st, before: 2nd"),
        (MOVED, ("2nd", "2nd"), "rank: 2nd, as before"),
        (MOVED, ("", "1st"), "rank: 1st, not ranked before"),
        (MOVED, ("2nd", ""), "not ranked, before: 2nd"),
        (MOVED, ("", ""), None),
    ],
)
def test_a_rank(found, ends: tuple[str, str], said: str | None) -> None:
    rank = say_rank(found, Ends(*ends))
    assert (rank.text(str) if rank else None) == said
