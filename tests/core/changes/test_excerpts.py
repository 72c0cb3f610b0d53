from cvcgen.core.changes.excerpts import excerpts


def test_long_texts_are_shown_where_they_begin_to_differ() -> None:
    before, after = excerpts("x" * 100 + "a", "x" * 100 + "b")
    assert (before, after) == ("…" + "x" * 20 + "a", "…" + "x" * 20 + "b")


def test_what_follows_is_cut_and_lines_are_joined() -> None:
    assert excerpts("a\n b", "b" * 61) == ("a b", "b" * 60 + "…")


def test_a_text_that_came_or_went_is_told_to_its_end() -> None:
    reason = "x" * 300
    assert excerpts("", reason) == ("", reason)
    assert excerpts(f"{reason}x", "") == (f"{reason}…", "")


def test_a_text_that_only_goes_on_is_shown_where_it_does() -> None:
    assert excerpts("", "new") == ("", "new")
    assert excerpts("x" * 30, "x" * 30 + " y") == ("…" + "x" * 20, "…" + "x" * 20 + " y")
