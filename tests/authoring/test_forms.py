import pytest

from cvcgen.authoring.forms import Form, description_in, load_documents, load_form, title_in


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_key_of_every_schema_is_explained(language: str) -> None:
    for name in load_documents():
        kind = name.partition(".")[0]
        if kind != "common":
            for form in load_form(kind, language).below():
                assert form.title
                assert form.description


def test_an_explanation_is_in_one_language() -> None:
    assert title_in("Titre / Title", "fr") == "Titre"
    assert description_in("FR: Un.\nEN: One.", "de") == "One."
    assert description_in("One language.", "fr") == "One language."


def test_a_reference_is_explained_by_what_it_refers_to() -> None:
    rating = load_form("project", "en").at("scorecards", "*", "ratings", "*")
    assert rating.title == "Rating"
    assert [form.name for form in rating.below()] == [
        "points",
        "by_rater",
        "why",
        "evidence",
        "not_applicable",
    ]


def test_a_key_without_a_title_is_called_by_its_name() -> None:
    assert Form("weight", {}, "value.schema.json", "en").title == "weight"
