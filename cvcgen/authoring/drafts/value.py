"""A new value: its name, and the levels that it may give a meaning to."""

from cvcgen.authoring.drafts.commission import Commission
from cvcgen.authoring.drafts.page import write_page
from cvcgen.authoring.yamlwriting import comment
from cvcgen.core.exact import decimal_text


def draft_value(commission: Commission) -> str:
    """The text of a value; what a level means for it is left in comments."""
    filled = {
        "name": commission.title_lines("name"),
        "levels": _levels(commission),
    }
    return write_page("value", commission, filled)


def _levels(commission: Commission) -> list[str]:
    """Every level of every rubric with what earns it, then a line to fill for each."""
    lines: list[str] = []
    keys: dict[str, None] = {}
    for rubric in commission.catalogue.rubrics:
        lines += comment(commission.quoting.text(rubric.name))
        for level in commission.quoting.levels(rubric):
            lines += comment(f"- {level}", hanging=2)
        keys |= dict.fromkeys(decimal_text(level.points) or "" for level in rubric.levels)
    return [*lines, "# levels:", *(f"#   {points}:" for points in keys if points)]
