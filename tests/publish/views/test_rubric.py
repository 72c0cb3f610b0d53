"""A rating scale's page: how many levels, what each means, an example of each."""

from dataclasses import replace
from fractions import Fraction

from cvcgen.core.model import Catalogue, ValueLevel
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.rubric import view_rubric
from tests.publish.little_sites import catalogue, clientele, context, pages, text


def explained(made: Catalogue, meanings: dict[str, dict[int, str]]) -> Catalogue:
    """The same where values say what earns their levels."""
    values = tuple(
        replace(
            value,
            levels=tuple(
                ValueLevel(Fraction(points), text(said, f"{said} (en)"))
                for points, said in meanings.get(value.id, {}).items()
            ),
        )
        for value in made.values
    )
    return replace(made, values=values)


GENS = clientele("gens", {"b": "60", "a": "40"})
LIKE_LEVELS = {"a": {1: "Un peu", 5: "Tout"}, "b": {5: "Bien plus"}}


def test_the_first_sentence_says_how_many_levels_there_are() -> None:
    made = catalogue([GENS])
    page = context(made, "en", PageKind.RUBRIC)
    shown = view_rubric(page, made.rubrics[0])
    assert shown.finding == "4 levels, from “Level 0” (0) to “Level 5” (5)."
    sentence = "4 niveaux, de «\xa0Niveau 0\xa0» (0) à «\xa0Niveau 5\xa0» (5)."
    assert f'<p class="finding">{sentence}</p>' in pages(made)["fr/echelles/gain.html"]


def test_each_level_has_the_example_of_the_value_that_matters_most() -> None:
    made = explained(catalogue([GENS]), LIKE_LEVELS)
    page = context(made, "fr", PageKind.RUBRIC)
    shown = view_rubric(page, made.rubrics[0])
    found = [
        (row.level.points, row.example.value.label.text, row.example.meaning.source)
        for row in shown.levels
        if row.example
    ]
    assert found == [("1", "Valeur a", "Un peu"), ("5", "Valeur b", "Bien plus")]
    example = '<a href="../values/b.html">Value b</a> – <span>Bien plus (en)</span>'
    assert f"Example: {example}" in pages(made)["en/rubrics/gain.html"]


def test_without_a_clientele_there_is_no_example() -> None:
    made = catalogue([GENS])
    alone = replace(explained(made, LIKE_LEVELS), clienteles=())
    shown = view_rubric(context(alone, "en", PageKind.RUBRIC), alone.rubrics[0])
    assert [row.example for row in shown.levels] == [None] * 4
