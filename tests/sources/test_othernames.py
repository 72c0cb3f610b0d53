"""Words for keys and choices that are not the format's own."""

import pytest

from cvcgen.sources.othernames import choice_meant, names_of

FEASIBLE = {"enum": ["feasible", "not_feasible", "undetermined"]}
STATUS = {
    "enum": ["planned", "underway", "delivered"],
    "description": "FR: planned (planifié), underway (en cours) ou delivered (livré).\nEN: …",
}


@pytest.mark.parametrize(
    ("key", "title", "word"),
    [
        ("weight", "Poids / Weight", "poids"),
        ("ratings", "Cotes / Ratings", "cote"),
        ("scorecards", "Fiches de cotation / Scorecards", "fiche"),
        ("scorecards", "Fiches de cotation / Scorecards", "fiches-de-cotation"),
        ("why", "Raison / Reason", "reason"),
        ("why", "Raison / Reason", "pourquoi"),
        ("fr", "Français / French", "francais"),
    ],
)
def test_a_key_is_called_by_its_titles(key: str, title: str, word: str) -> None:
    assert word in set(names_of(key, title))


def test_a_short_word_of_a_title_is_no_name() -> None:
    assert set(names_of("by_rater", "Par équipe / By rater")).isdisjoint({"par", "by"})


@pytest.mark.parametrize(
    ("word", "schema", "choice"),
    [
        ("oui", FEASIBLE, "feasible"),
        ("Non", FEASIBLE, "not_feasible"),
        ("true", FEASIBLE, "feasible"),
        ("peut-être", FEASIBLE, "undetermined"),
        ("En cours", STATUS, "underway"),
        ("planifiée", STATUS, "planned"),
        ("livrés", STATUS, "delivered"),
        ("terminé", STATUS, "delivered"),
        ("planned # à revoir", STATUS, "planned"),
        ("planned // à revoir", STATUS, "planned"),
        ("plannedx", STATUS, None),
        ("oui", STATUS, None),
        ("zebra", FEASIBLE, None),
        ("", STATUS, None),
        ("oui", {}, None),
    ],
)
def test_a_choice_is_told_by_its_meaning(
    word: str, schema: dict[str, object], choice: str | None
) -> None:
    assert choice_meant(word, schema) == choice
