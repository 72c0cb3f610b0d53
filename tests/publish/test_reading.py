"""Names that are read, in nested spans."""

from cvcgen.publish.reading import Reading


def test_a_span_has_the_names_noted_in_it_and_no_others() -> None:
    reading = Reading()
    reading.note("before")
    reading.begin()
    reading.note("inside")
    reading.note_all(["more", "more"])
    assert reading.end() == {"inside", "more"}


def test_what_was_read_inside_is_handed_to_the_span_around_by_whoever_keeps_it() -> None:
    reading = Reading()
    reading.begin()
    reading.begin()
    reading.note("inner")
    inner = reading.end()
    reading.note_all(inner)
    reading.note("outer")
    assert reading.end() == {"inner", "outer"}
