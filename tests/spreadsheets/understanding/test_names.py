"""Names as people write them, against a site where some are alike."""

from cvcgen.app import check_snapshot
from cvcgen.core.model import ClienteleId
from cvcgen.spreadsheets.cells import Cell
from cvcgen.spreadsheets.understanding.names import Names
from tests.building import base_with

CITIZENS = "content/clienteles/citoyens.yaml"
ALIKE = """\
name: {fr: Citoyens, en: Citizens}
rubric: gain
weights: {kind: equal}
pyramid:
  - {value: rapidite}
  - {value: rapidite-2019}
  - {value: securite}
"""
VALUE = "name: {fr: Rapidité, en: Pace}\n"
NAMES = Names(
    check_snapshot(
        base_with(
            {"content/clienteles/aines.yaml": ALIKE, "content/values/rapidite-2019.yaml": VALUE}
        )
    ).catalogue
)
ELDERS = ClienteleId("aines")


def test_an_id_means_its_record_whatever_others_are_called() -> None:
    found = NAMES.clienteles["citoyens"]
    assert found.id == "citoyens"
    values = NAMES.values(ELDERS)
    assert values["rapidite"] == "rapidite"
    assert values["rapidite 2019"] == "rapidite-2019"


def test_a_name_that_two_share_means_neither() -> None:
    assert NAMES.clientele("Citizens") is None
    assert NAMES.values(ELDERS)["pace"] == "rapidite-2019"
    assert NAMES.values(ELDERS)["speed"] == "rapidite"


def test_case_accents_and_spaces_do_not_count() -> None:
    assert NAMES.values(ELDERS)["securite"] == "securite"
    clientele = NAMES.clienteles["aines"]
    for text in ("3", "Moyen", " 3  MOYEN", "medium"):
        level = NAMES.level(clientele, Cell(text))
        assert level is not None
        assert level.points == 3
    assert NAMES.level(clientele, Cell("2")) is None


def test_points_as_a_text_may_have_a_decimal_comma() -> None:
    clientele = NAMES.clienteles["aines"]
    levels = [NAMES.level(clientele, Cell(text)) for text in ("3,0", "3.0", "3,5")]
    assert [level and level.points for level in levels] == [3, 3, None]
