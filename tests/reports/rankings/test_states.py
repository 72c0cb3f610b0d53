from cvcgen.core.model import Origin
from cvcgen.reports.rankings.states import tell_states
from tests.reports.samples import reader

TODAY = Origin("working tree")
FORMER = Origin("v1", "4f2a9c1d20" + "0" * 30, "2022-08-31T12:00:00-04:00")


def test_the_folder_as_it_stands_needs_no_words() -> None:
    assert tell_states(TODAY, TODAY, reader()) == ""


def test_a_revision_is_named_and_dated() -> None:
    assert tell_states(FORMER, FORMER, reader()) == "As of v1 (4f2a9c1d20), 2022-08-31"


def test_what_is_mixed_is_a_what_if() -> None:
    assert tell_states(TODAY, FORMER, reader()) == (
        "What if: the ratings of «working tree» under the weights of "
        "«v1 (4f2a9c1d20), 2022-08-31»"
    )
    assert tell_states(FORMER, TODAY, reader("fr")).startswith("Simulation\xa0: cotes par val")
