"""What is wrong and what to do, in one sentence."""

from cvcgen.reports.diagnostics.sentence import one_sentence
from tests.reports.diagnostics.faults import LATER, UNKNOWN
from tests.reports.samples import ENGLISH, FRENCH


def test_a_hint_stands_in_parentheses_behind_what_is_wrong() -> None:
    said = "unknown value «rapidte» (did you mean `rapidite`?)"
    assert one_sentence(UNKNOWN, ENGLISH) == said
    french = one_sentence(UNKNOWN, FRENCH)
    assert french.endswith("(vouliez-vous écrire `rapidite`?)")


def test_without_a_hint_there_are_no_parentheses() -> None:
    assert one_sentence(LATER, ENGLISH) == "late"
