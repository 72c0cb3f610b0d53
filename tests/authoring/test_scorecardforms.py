from fractions import Fraction
from pathlib import Path
from typing import Any

from cvcgen.authoring.forms import load_documents
from cvcgen.authoring.quoting import Quoting
from cvcgen.authoring.scorecardforms import scorecard_form
from cvcgen.core.model import Catalogue
from cvcgen.sources.loader import load_catalogue
from tests.building import files_in, snapshot

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue(snapshot(files_in(ROOT))).catalogue
[CITOYENS] = [one for one in CATALOGUE.clienteles if one.id == "citoyens"]
SHARED: Any = load_documents()["project.schema.json"]["$defs"]


def form(catalogue: Catalogue) -> Any:
    quoting = Quoting(catalogue, "fr")
    return scorecard_form(CITOYENS, quoting, SHARED)


def test_ratings_are_those_of_the_pyramid_in_its_order_and_no_other() -> None:
    ratings = form(CATALOGUE)["properties"]["ratings"]
    assert list(ratings["properties"])[:2] == ["accessibilite", "securite"]
    assert ratings["additionalProperties"] is False


def test_points_are_those_of_the_rubric_with_their_meaning_and_null() -> None:
    rating = form(CATALOGUE)["properties"]["ratings"]["properties"]["agilite"]
    points, with_reasons = rating["anyOf"]
    assert points["enum"] == [*(Fraction(n) for n in (0, 1, 3, 5)), None]
    assert len(points["enumDescriptions"]) == 5
    assert with_reasons["properties"]["points"]["enum"] == points["enum"][:-1]


def test_each_rater_gives_points_of_the_rubric_too() -> None:
    rating = form(CATALOGUE)["properties"]["ratings"]["properties"]["agilite"]
    _, with_reasons = rating["anyOf"]
    each = with_reasons["properties"]["by_rater"]["additionalProperties"]
    points, with_reason = each["anyOf"]
    assert points["enum"] == [*(Fraction(n) for n in (0, 1, 3, 5)), None]
    assert with_reason["properties"]["points"]["enum"] == points["enum"][:-1]
    assert list(with_reason["properties"]) == ["points", "why"]


def test_a_value_or_rubric_that_cannot_be_read_is_rated_freely() -> None:
    bare = form(Catalogue(CATALOGUE.site))["properties"]["ratings"]["properties"]
    assert bare["agilite"] == SHARED["rating"]


def test_the_shared_schema_is_left_as_it_is() -> None:
    form(CATALOGUE)
    assert "properties" not in SHARED["scorecard"]["properties"]["ratings"]
    assert "enum" not in SHARED["rater_points"]["properties"]["points"]
