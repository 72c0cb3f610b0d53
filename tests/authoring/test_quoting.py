from pathlib import Path

from cvcgen.authoring.quoting import Quoting
from cvcgen.core.model import Language, Text
from cvcgen.sources.loader import load_catalogue
from tests.building import files_in, snapshot

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = load_catalogue(snapshot(files_in(ROOT))).catalogue
[RUBRIC] = CATALOGUE.rubrics
[AUTONOMIE] = [one for one in CATALOGUE.values if one.id == "autonomie"]


def test_a_text_is_in_the_language_asked_for_or_the_sites_or_any() -> None:
    both = Text(((Language("en"), "Citizens"), (Language("fr"), "Citoyens")))
    spanish = Text(((Language("es"), "Ciudadanos"),))
    assert Quoting(CATALOGUE, "en").text(both) == "Citizens"
    assert Quoting(CATALOGUE, "de").text(both) == "Citoyens"
    assert Quoting(CATALOGUE, "fr").text(spanish) == "Ciudadanos"
    assert Quoting(CATALOGUE, "fr").text(None) == ""
    assert Quoting(CATALOGUE, "fr").text(Text(())) == ""


def test_levels_are_told_with_what_earns_them() -> None:
    quoting = Quoting(CATALOGUE, "en")
    assert quoting.level(RUBRIC.levels[1]) == "1 Low"
    assert quoting.levels(RUBRIC)[1].startswith("1 Low: Real but limited progress")


def test_a_value_gives_a_level_its_own_meaning_where_it_has_one() -> None:
    meanings = Quoting(CATALOGUE, "en").meanings(AUTONOMIE, RUBRIC)
    assert meanings[0] == "0 None"
    assert meanings[2].startswith("3 Medium: ")
    assert not meanings[2].startswith("3 Medium: Clear progress")
