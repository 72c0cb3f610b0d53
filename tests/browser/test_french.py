"""Goal 17: French pages are in French and spaced as in Québec, English ones in English."""

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from cvcgen import phrases
from tests.browser.conftest import Variation
from tests.browser.findings import no_findings
from tests.browser.readingtext import Said, texts
from tests.browser.sitepages import BuiltSite, SitePage
from tests.browser.sites import ROOT

GOAL = "Goal 17, French"
BREAKING = " \t\n\r\u2002-\u2006\u2008-\u200a"
ANY_SPACE = BREAKING + "\u00a0\u202f\u2007"
MISTAKES = {
    "a breaking space before : % or »": re.compile(f"(?<=\\S)[{BREAKING}]+[:%»]"),
    "no space before : or % or »": re.compile(r"(?<=[^\W\d])(:(?=\s)|»)|(?<=\d)%"),
    "a space before ; ! or ?": re.compile(f"[{ANY_SPACE}]+[;!?]"),
    "a breaking space after «": re.compile(f"«[{BREAKING}]"),
    "no space after «": re.compile(r"«\w"),
    "an English quotation mark": re.compile('[“”"]'),
    "a decimal point": re.compile(r"\d\.\d+[ \u00a0\u202f]?%"),
}
LETTERS_OF_A_WORDING = 4
# Words of one language that are no words of the other.
ENGLISH = re.compile(
    r"\b(the|of|and|with|from|this|that|these|which|is|are|has|by|for|rank(ed|ing|s)?|score|"
    r"weights?|values?|level|not|yet|each|data|home|search|skip)\b",
    re.IGNORECASE,
)
FRENCH = re.compile(
    r"\b(le|la|les|des|une|est|sont|dans|pour|avec|sur|projets?|classements?)\b",
    re.IGNORECASE,
)


def said_in(pages: tuple[SitePage, ...], language: str) -> list[tuple[SitePage, Said]]:
    return [(p, said) for p in pages for said in texts(p) if said.language == language]


def spacing_mistakes(pages: tuple[SitePage, ...]) -> list[str]:
    return [
        f"{page}: {what}: {said.place} {around(said.text, match)!r}"
        for page, said in said_in(pages, "fr")
        for what, pattern in MISTAKES.items()
        for match in [pattern.search(said.text)]
        if match
    ]


def foreign_words(
    pages: tuple[SitePage, ...], language: str, words: re.Pattern[str]
) -> list[str]:
    own = tuple(page for page in pages if page.language == language)
    return [
        f"{page}: {said.place} {around(said.text, match)!r}"
        for page, said in said_in(own, language)
        for match in [words.search(said.text)]
        if match
    ]


def around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 30) : match.end() + 30]


@cache
def english_wordings() -> dict[str, re.Pattern[str]]:
    """The tool's English words whose French ones differ, as patterns of a whole text."""
    folder = ROOT / "cvcgen" / "locale" / "fr" / "LC_MESSAGES"
    with (folder / "cvcgen.po").open("rb") as file:
        catalogue = read_po(file, locale="fr")
    pairs = [
        (english, french)
        for message in catalogue
        if message.id
        for english, french in zip(as_tuple(message.id), as_tuple(message.string), strict=False)
    ]
    found = {english: pattern_of(english) for english, french in pairs if english != french}
    return {english: pattern for english, pattern in found.items() if pattern}


def as_tuple(wording: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (wording,) if isinstance(wording, str) else tuple(wording)


def pattern_of(template: str) -> re.Pattern[str] | None:
    """The template with anything in the place of its parameters; None where they are most."""
    parts = re.split(r"%\(\w+\)[sd]|\{\w+\}", template)
    if sum(map(str.isalpha, "".join(parts))) < LETTERS_OF_A_WORDING:
        return None
    return re.compile(".+".join(re.escape(part) for part in parts))


@pytest.mark.parametrize("what", MISTAKES)
def test_every_rule_of_spacing_finds_its_mistake(what: str) -> None:
    wrong = {
        "a breaking space before : % or »": "Voici : un",
        "no space before : or % or »": "62,5%",
        "a space before ; ! or ?": "Vraiment\u00a0?",
        "a breaking space after «": "« oui\u00a0»",
        "no space after «": "«oui\u00a0»",
        "an English quotation mark": "“oui”",
        "a decimal point": "62.5\u00a0%",
    }
    right = "Voici\u00a0: «\u00a0oui\u00a0»; 62,5\u00a0%, à 10:30, vraiment?"
    assert MISTAKES[what].search(wrong[what])
    assert not MISTAKES[what].search(right)


def test_french_is_spaced_right(built_site: BuiltSite) -> None:
    no_findings(GOAL, spacing_mistakes(built_site.pages))


def test_no_french_page_has_the_tools_english_words(built_site: BuiltSite) -> None:
    pages = tuple(page for page in built_site.pages if page.language == "fr")
    wordings = english_wordings().values()
    findings = []
    for page, said in said_in(pages, "fr"):
        text = " ".join(said.text.split())
        if any(pattern.fullmatch(text) for pattern in wordings):
            findings.append(f"{page}: {said.place} {text!r}")
    no_findings(GOAL, findings)


def test_no_french_page_has_english_words(built_site: BuiltSite) -> None:
    no_findings(GOAL, foreign_words(built_site.pages, "fr", ENGLISH))


def test_no_english_page_has_french_words(built_site: BuiltSite) -> None:
    no_findings(GOAL, foreign_words(built_site.pages, "en", FRENCH))


@pytest.mark.parametrize("name", ["states", "nothing", "no-project", "one-clientele"])
def test_other_contents_are_in_their_language(variation: Variation, name: str) -> None:
    pages = variation(name).pages
    no_findings(
        GOAL,
        spacing_mistakes(pages)
        + foreign_words(pages, "fr", ENGLISH)
        + foreign_words(pages, "en", FRENCH),
    )


def test_french_catalogue_is_complete() -> None:
    assert "fr" in phrases.translated_languages()
    folder = ROOT / "cvcgen" / "locale" / "fr" / "LC_MESSAGES"
    with (folder / "cvcgen.po").open("rb") as file:
        catalogue = read_po(file, locale="fr")
    lacking = [
        message.id for message in catalogue if message.id and not all(as_tuple(message.string))
    ]
    no_findings(GOAL, lacking)
