"""The order of titles."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.publish.collation import collation_key


def test_accents_and_case_do_not_count_at_first() -> None:
    titles = ["zèbre", "Écran", "ecran", "Eau", "écran"]
    assert sorted(titles, key=collation_key) == ["Eau", "ecran", "Écran", "écran", "zèbre"]


def test_namesakes_are_ordered_by_id() -> None:
    assert collation_key("A", "a") < collation_key("A", "b")


@given(st.text())
def test_each_character_by_itself_is_sorted_as_the_whole_text(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    folded = letters.casefold().replace("œ", "oe").replace("æ", "ae")
    assert collation_key(text, "id") == (folded, text, "id")
