"""Gates that failed, as a log shows them."""

from cvcgen.core.changes.gates import beyond, parse_gate
from cvcgen.reports.changes.failures import tell_failure
from cvcgen.reports.changes.review import Names, Review
from tests.reports.changes.reviews import everyday, hostile, thousands
from tests.reports.samples import reader


def told(word: str, review: Review) -> str:
    gate = parse_gate(word)
    assert gate is not None
    return tell_failure(gate, beyond(gate, review.comparison), Names(review, reader()))


def test_each_sort_of_finding_is_named() -> None:
    assert told("weights", everyday()) == (
        "gate weights failed: 2 findings\n"
        "  Citoyens (citoyens, 2022) · weight of Value 1: 18 → 20"
        " · moves 3 scores  content/clienteles/citoyens.yaml:10\n"
        "  Citoyens (citoyens, 2022) · weight of Value 2: 16 → 14"
        " · moves 2 scores  content/clienteles/citoyens.yaml:11\n"
    )
    assert "  Removed: project Ancienne borne (old)" in told("removed", everyday())
    assert "definition [fr]: — → «Joindre le service»" in told("meaning", everyday())
    assert "Guichet (x) · Citoyens  " in told("score-change>5", everyday())


def test_many_findings_are_counted() -> None:
    lines = told("score-change", thousands(3000)).splitlines()
    assert lines[0] == "gate score-change failed: 3000 findings"
    assert (len(lines), lines[-1]) == (12, "  and 2990 more")


def test_no_name_acts_on_a_terminal() -> None:
    assert "\x1b" not in told("score-change", hostile("\x1b[2J\n::error::"))
