import gc

import pytest

from cvcgen.serving.collecting import paused, spared


def test_what_there_is_is_spared_until_the_end() -> None:
    before = gc.get_freeze_count()
    with spared():
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == 0


def test_collection_goes_on_after_a_pause_even_where_that_failed() -> None:
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), paused():
        fail_unless(not gc.isenabled())
    assert gc.isenabled()


def fail_unless(paused_inside: bool) -> None:
    assert paused_inside
    raise ZeroDivisionError


def test_a_pause_does_not_turn_on_what_was_off() -> None:
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
