"""The order of titles."""

from cvcgen.publish.collation import collation_key


def test_accents_and_case_do_not_count_at_first() -> None:
    titles = ["zèbre", "Écran", "ecran", "Eau", "écran"]
    assert sorted(titles, key=collation_key) == ["Eau", "ecran", "Écran", "écran", "zèbre"]


def test_namesakes_are_ordered_by_id() -> None:
    assert collation_key("A", "a") < collation_key("A", "b")
