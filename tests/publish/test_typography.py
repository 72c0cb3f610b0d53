"""French spacing, and apostrophes."""

import pytest

from cvcgen.publish.typography import typeset, typeset_english, typeset_french


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Gain : 62,5 %", "Gain\u00a0: 62,5\u00a0%"),
        ("« Oui »", "«\u00a0Oui\u00a0»"),
        ("Quoi ? Non ! Bien ; voilà", "Quoi? Non! Bien; voilà"),
        ("Quoi\u202f? Non\u00a0!", "Quoi? Non!"),
        ("« ! »", "«\u00a0!\u00a0»"),
        ("l'eau d'ici, 'cité'", "l’eau d’ici, 'cité'"),
        ("https://example.org/?a=1:2%20", "https://example.org/?a=1:2%20"),
        ("sans: espace", "sans: espace"),
    ],
)
def test_french_spaces(typed: str, shown: str) -> None:
    assert typeset_french(typed) == shown
    assert typeset_french(shown) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("What ? it's 5 %", "What ? it’s 5 %"),
        ("nurses' files, the boss' desk", "nurses’ files, the boss’ desk"),
        ("'quoted' and '90s", "'quoted' and '90s"),
        ("3' by 5'", "3' by 5'"),
    ],
)
def test_english_apostrophes(typed: str, shown: str) -> None:
    assert typeset_english(typed) == shown
    assert typeset_english(shown) == shown


def test_each_language_is_set_as_its_own() -> None:
    assert typeset("Quoi ? l'eau", "fr-CA") == "Quoi? l’eau"
    assert typeset("What ? it's", "en-CA") == "What ? it’s"
    assert typeset("¿Qué ? l'x", "es") == "¿Qué ? l'x"
