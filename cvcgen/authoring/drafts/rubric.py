"""A new rubric: the method's own four levels, to be defined or replaced."""

from cvcgen.authoring.drafts.commission import Commission
from cvcgen.authoring.drafts.page import explain_keys, write_page
from cvcgen.authoring.forms import load_form
from cvcgen.authoring.yamlwriting import text_lines
from cvcgen.phrases import Phrases, load_phrases


def draft_rubric(commission: Commission) -> str:
    """The text of a rubric with levels of 0, 1, 3 and 5 points, in the site's languages."""
    form = load_form("rubric", commission.phrases.language)
    filled = {
        "name": commission.title_lines("name"),
        "levels": [
            *explain_keys(form.at("levels", "items").below()),
            "levels:",
            *level_lines(commission),
        ],
    }
    return write_page("rubric", commission, filled)


def level_lines(commission: Commission) -> list[str]:
    """The items of `levels`, each named in every language of the site."""
    languages = commission.catalogue.site.languages
    names = {language: level_names(load_phrases(language)) for language in languages}
    lines: list[str] = []
    for place, points in enumerate((0, 1, 3, 5)):
        wordings = {language: names[language][place] for language in languages}
        lines += [f"  - points: {points}", *text_lines("name", wordings, indent=4)]
    return lines


def level_names(phrases: Phrases) -> tuple[str, str, str, str]:
    """What the four levels are called, from no gain to a high one."""
    context = phrases.context
    return (
        context("level", "None"),
        context("level", "Low"),
        context("level", "Medium"),
        context("level", "High"),
    )
