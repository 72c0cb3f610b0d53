from dataclasses import replace

from cvcgen.core.diagnostics import Location
from cvcgen.reports.diagnostics.fingerprint import Fingerprints
from tests.reports.diagnostics.faults import UNKNOWN


def test_a_moved_line_is_the_same_fault() -> None:
    moved = replace(UNKNOWN, location=UNKNOWN.location._replace(line=99, column=1))
    assert Fingerprints().take(UNKNOWN) == Fingerprints().take(moved)


def test_the_same_fault_twice_has_two_fingerprints() -> None:
    prints = Fingerprints()
    assert prints.take(UNKNOWN) != prints.take(UNKNOWN)


def test_a_file_name_that_is_no_text_has_one_too() -> None:
    odd = replace(UNKNOWN, location=Location("a\udcff.yaml"))
    assert len(Fingerprints().take(odd)) == 32
