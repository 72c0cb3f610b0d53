"""Ratings by value and points."""

from cvcgen.core.model import ClienteleId
from cvcgen.publish.views.tally import tally_ratings
from tests.publish.little_sites import (
    catalogue,
    clientele,
    context,
    not_concerned,
    project,
    published,
    rated,
)


def test_each_rating_is_counted_at_its_value_and_points() -> None:
    site = catalogue(
        [clientele("gens", ["a", "b"]), clientele("pros", ["a"])],
        [
            project("p", rated("gens", {"a": "3", "b": "0"}), rated("pros", {"a": "1"})),
            project("q", rated("gens", {"a": "3", "b": None})),
            project("r", rated("gens", {"a": "5", "b": "n/a"}), not_concerned("pros")),
            project("s", published("gens", "50")),
        ],
    )
    found = tally_ratings(context(site), ClienteleId("gens"))
    assert {value: dict(rated) for value, rated in found.items()} == {
        "a": {(3, 1): ["p", "q"], (5, 1): ["r"]},
        "b": {(0, 1): ["p"]},
    }
