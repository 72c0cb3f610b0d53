"""The tool's own words."""

from cvcgen.core.diagnostics import message
from cvcgen.phrases import SOURCE_LANGUAGE, load_phrases, translated_languages


def test_a_language_without_a_catalogue_speaks_english() -> None:
    phrases = load_phrases("xx")
    assert phrases.one("Score") == "Score"
    assert phrases.many("{n} project", "{n} projects", 2) == "{n} projects"
    assert phrases.say(message("no `{name}`", name="x")) == "no `x`"


def test_an_empty_template_stays_empty() -> None:
    # gettext answers the empty template with the catalogue's header
    assert load_phrases("fr").one("") == ""


def test_french_and_english_are_spoken() -> None:
    assert set(translated_languages()) >= {SOURCE_LANGUAGE, "fr"}
