"""The tool's own words."""

from cvcgen.core.diagnostics import message
from cvcgen.phrases import SOURCE_LANGUAGE, is_spoken, load_phrases, translated_languages


def test_a_language_without_a_catalogue_speaks_english() -> None:
    phrases = load_phrases("xx")
    assert phrases.one("Score") == "Score"
    assert phrases.many("{n} project", "{n} projects", 2) == "{n} projects"
    assert phrases.say(message("no `{name}`", name="x")) == "no `x`"


def test_a_region_has_the_words_of_its_language() -> None:
    assert load_phrases("fr-CA").one("Score") == load_phrases("fr").one("Score") != "Score"
    assert load_phrases("fr-CA").language == "fr-CA"
    assert all(map(is_spoken, ("en", "en-CA", "fr-CA")))
    assert not is_spoken("es")


def test_an_empty_template_stays_empty() -> None:
    # gettext answers the empty template with the catalogue's header
    assert load_phrases("fr").one("") == ""


def test_french_and_english_are_spoken() -> None:
    assert set(translated_languages()) >= {SOURCE_LANGUAGE, "fr"}
