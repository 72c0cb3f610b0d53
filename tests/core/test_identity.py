from cvcgen.core.identity import changed_at


def test_the_objects_that_were_replaced_are_found_by_their_places() -> None:
    one, other = object(), object()
    assert changed_at([one, one, one], [one, other, one]) == [1]
    assert changed_at([one], [one]) == []
