"""A new project: every value of its clienteles is there, and waits for its rating."""

from collections.abc import Sequence

from cvcgen.authoring.drafts.commission import Commission
from cvcgen.authoring.drafts.page import explain_keys, write_page
from cvcgen.authoring.forms import load_form
from cvcgen.authoring.yamlwriting import comment
from cvcgen.core.diagnostics import message
from cvcgen.core.exact import decimal_text
from cvcgen.core.model import Clientele, PyramidEntry, Rubric, Value


def draft_project(commission: Commission, clienteles: Sequence[Clientele]) -> str:
    """The text of a project with an unrated scorecard for each of these clienteles."""
    filled = {
        "title": commission.title_lines("title"),
        "feasibility": ["feasibility: undetermined"],
        "status": ["status: proposed"],
        "scorecards": _scorecards(commission, clienteles),
    }
    return write_page("project", commission, filled)


def _scorecards(commission: Commission, clienteles: Sequence[Clientele]) -> list[str]:
    form = load_form("project", commission.phrases.language).at("scorecards", "*")
    rating = form.at("ratings", "*")
    lines = [
        *explain_keys(form.below()),
        *comment(f"{rating.title}: {rating.description}"),
        *explain_keys(rating.below()),
        "scorecards:" if clienteles else "scorecards: {}",
    ]
    for clientele in clienteles:
        lines += _scorecard(commission, clientele)
    return lines


def _scorecard(commission: Commission, clientele: Clientele) -> list[str]:
    catalogue = commission.catalogue
    rubric = next((one for one in catalogue.rubrics if one.id == clientele.rubric), None)
    values = {value.id: value for value in catalogue.values}
    lines = [*comment(commission.quoting.text(clientele.name), 2), f"  {clientele.id}:"]
    lines += _rubric(commission, rubric)
    lines += ["    ratings:" if clientele.pyramid else "    ratings: {}"]
    for place, entry in enumerate(clientele.pyramid):
        lines += [""] if place else []
        lines += _value(commission, entry, values.get(entry.value), rubric)
        lines.append(f"      {entry.value}: null")
    return lines


def _rubric(commission: Commission, rubric: Rubric | None) -> list[str]:
    """The levels, defined once above the values."""
    if rubric is None:
        return []
    said = [commission.quoting.text(rubric.name), *commission.quoting.levels(rubric)]
    return [line for one in said for line in comment(one, 4, hanging=2)]


def _value(
    commission: Commission, entry: PyramidEntry, value: Value | None, rubric: Rubric | None
) -> list[str]:
    """What the value means, and what each level means for it."""
    if value is None:
        return []
    definition = commission.quoting.text(value.definition)
    heading = _heading(commission, entry, value)
    lines = comment(f"{heading}: {definition}" if definition else heading, 6, hanging=2)
    meanings = commission.quoting.meanings(value, rubric) if rubric else ()
    if not value.levels:
        return [*lines, *comment(" · ".join(meanings), 6)]
    return lines + [line for one in meanings for line in comment(f"- {one}", 6, hanging=2)]


def _heading(commission: Commission, entry: PyramidEntry, value: Value) -> str:
    name = commission.quoting.text(value.name)
    if entry.weight is None:
        return name
    weight = decimal_text(entry.weight) or str(entry.weight)
    said = message("{value} (weight {weight})", value=name, weight=weight)
    return commission.phrases.say(said)
