"""French spacing and apostrophes."""

import pytest

from cvcgen.publish.typography import typeset, typeset_french


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


def test_other_languages_are_left_alone() -> None:
    assert typeset("What ? it's 5 %", "en") == "What ? it's 5 %"
    assert typeset("Quoi ?", "fr-CA") == "Quoi?"
