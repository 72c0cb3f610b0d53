import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.formulas import disarm, rearm


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", " =1", "\t=1", "\n", "a;=1", "＝1"])
def test_what_would_run_is_guarded(text: str) -> None:
    assert disarm(text) != text
    assert rearm(disarm(text)) == text


@pytest.mark.parametrize("text", ["", "l'eau", "a = b", "1-2", "'quoted'"])
def test_what_runs_nothing_stays(text: str) -> None:
    assert disarm(text) == rearm(text) == text


@given(st.text(alphabet="=+-@'a;,\t\n "))
def test_a_guard_is_taken_out_again(text: str) -> None:
    assert rearm(disarm(text)) == rearm(text)
