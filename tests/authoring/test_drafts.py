import re
from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.app import check_snapshot
from cvcgen.authoring.drafts import (
    Commission,
    draft_clientele,
    draft_project,
    draft_rubric,
    draft_value,
)
from cvcgen.authoring.forms import load_form
from cvcgen.core.diagnostics import Severity
from cvcgen.core.model import Catalogue, Language, Text
from cvcgen.core.ranking import evaluate
from cvcgen.phrases import load_phrases
from cvcgen.sources.loader import load_catalogue
from tests.building import base_with, files_in, snapshot

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = {
    "rubrics": draft_rubric,
    "values": draft_value,
    "clienteles": draft_clientele,
    "projects": lambda asked: draft_project(asked, asked.catalogue.clienteles),
}


def commission(catalogue: Catalogue, title: str = "Neuf", language: str = "fr") -> Commission:
    return Commission(title, "../s.json", catalogue, load_phrases(language))


BASE = load_catalogue(base_with({})).catalogue
REAL = load_catalogue(snapshot(files_in(ROOT))).catalogue


@pytest.mark.parametrize("kind", DRAFTS)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("title", ["Neuf", '"]: {# - &a *b !c %', "null", "\u200d\xad\ud800"])
def test_a_new_file_has_no_error_whatever_its_title(
    kind: str, language: str, title: str
) -> None:
    text = DRAFTS[kind](commission(BASE, title, language))
    checked = check_snapshot(base_with({f"content/{kind}/neuf.yaml": text}))
    assert {found.code for found in checked.diagnostics} <= {"CVC412"}  # one language alone
    assert all(found.severity is Severity.WARNING for found in checked.diagnostics)


def _titled(languages: tuple[str, ...], spoken: str) -> str:
    """The lines of a value's name in a site of these languages."""
    known = tuple(Language(language) for language in languages)
    catalogue = replace(BASE, site=replace(BASE.site, languages=known))
    text = draft_value(commission(catalogue, "Été", spoken))
    return text[text.index("\nname:") + 1 :].partition("\n\n")[0]


def test_a_title_is_in_the_language_of_messages_where_the_site_has_it() -> None:
    assert _titled(("en", "fr"), "en") == 'name:\n  en: "Été"\n  # fr:'
    assert _titled(("en", "fr"), "fr") == (
        'name:\n  en: "Été" # tel que donné\xa0: à traduire\n  fr: "Été"'
    )
    assert _titled(("en", "fr-CA"), "fr") == (
        'name:\n  en: "Été" # tel que donné\xa0: à traduire\n  fr-CA: "Été"'
    )
    assert _titled(("es", "de", "en"), "en") == (
        'name:\n  es: "Été" # as it was given: translate it\n  en: "Été"\n  # de:'
    )
    assert _titled(("es", "de"), "fr") == 'name:\n  es: "Été"\n  # de:'
    assert _titled(("en",), "fr") == 'name: "Été"'


@pytest.mark.parametrize("kind", DRAFTS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_key_is_there_with_its_explanation(kind: str, language: str) -> None:
    text = DRAFTS[kind](commission(REAL, language=language))
    flat = " ".join(text.replace("\n#", " ").split())
    assert text.splitlines()[0] == "# yaml-language-server: $schema=../s.json"
    for form in load_form(kind.removesuffix("s"), language).below():
        assert " ".join(form.description.split()) in flat
        assert f"\n{form.name}:" in text or f"\n# {form.name}:" in text


@pytest.mark.parametrize("kind", DRAFTS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_looks_like_a_key_to_fill_in_is_a_key_of_that_place(
    kind: str, language: str
) -> None:
    """Who takes the `# ` away before it gets a file that can be read."""
    text = DRAFTS[kind](commission(REAL, language=language))
    keys = {form.name for form in load_form(kind.removesuffix("s"), language).below()}
    offered = re.findall(r"^# ([a-z_]+):", text, re.MULTILINE)
    assert offered
    assert set(offered) <= keys


def test_a_project_waits_for_every_rating() -> None:
    text = draft_project(commission(BASE), BASE.clienteles)
    catalogue = load_catalogue(base_with({"content/projects/neuf.yaml": text})).catalogue
    [ranking] = evaluate(catalogue, base_with({}).origin).rankings
    assert [str(one.project) for one in ranking.unranked] == ["neuf"]
    assert text.count(": null\n") == 3


def test_a_project_quotes_what_each_value_and_level_means() -> None:
    text = draft_project(commission(REAL, language="en"), REAL.clienteles)
    assert "      # Accessibility (weight 18): Being able to reach the service" in text
    assert "      # - 3 Medium: A good share of people gain useful access" in text
    assert "    # 0 None: Nothing changes here" in text


def test_a_project_of_a_site_without_clienteles_has_no_scorecard() -> None:
    assert "\nscorecards: {}\n" in draft_project(commission(BASE), ())


def test_a_value_that_cannot_be_read_is_still_listed() -> None:
    bare = Catalogue(BASE.site, clienteles=BASE.clienteles)
    text = draft_project(commission(bare), bare.clienteles)
    assert "    ratings:\n      accessibilite: null\n" in text


def test_a_site_of_one_language_has_plain_titles() -> None:
    settings = "format: 1\ntitle: Site\nlanguages: [en]\n"
    catalogue = load_catalogue(snapshot({"cvcgen.yaml": settings})).catalogue
    assert '\nname: "Neuf"\n' in draft_value(commission(catalogue))


def test_other_languages_wait_in_comments() -> None:
    assert '\nname:\n  fr: "Neuf"\n  # en:\n' in draft_value(commission(BASE))


def test_a_clientele_weighs_all_values_alike() -> None:
    text = draft_clientele(commission(BASE))
    assert "weights:\n  kind: equal\n" in text
    assert text.count("  - value: ") == len(BASE.values)


def test_a_rubric_names_its_levels_in_every_language() -> None:
    text = draft_rubric(commission(BASE))
    loaded = load_catalogue(base_with({"content/rubrics/neuf.yaml": text})).catalogue
    [rubric] = [one for one in loaded.rubrics if one.id == "neuf"]
    names = [Text.in_language(level.name, BASE.site.languages[0]) for level in rubric.levels]
    assert names == ["Aucun", "Faible", "Moyen", "Fort"]
