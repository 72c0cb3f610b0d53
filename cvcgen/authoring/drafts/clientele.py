"""A new clientele: every value of the site with equal weights, until somebody knows better."""

from cvcgen.authoring.drafts.commission import Commission
from cvcgen.authoring.drafts.page import explain_keys, write_page
from cvcgen.authoring.forms import load_form
from cvcgen.authoring.yamlwriting import comment
from cvcgen.core.model import Value


def draft_clientele(commission: Commission) -> str:
    """The text of a clientele; the site must have a rubric and a value to choose from."""
    form = load_form("clientele", commission.phrases.language)
    catalogue = commission.catalogue
    pyramid = [line for value in catalogue.values for line in _entry(commission, value)]
    filled = {
        "name": commission.title_lines("name"),
        "rubric": [*_rubrics(commission), f"rubric: {catalogue.rubrics[0].id}"],
        "weights": [
            *explain_keys(form.at("weights").below()),
            "weights:",
            "  kind: equal",
        ],
        "pyramid": [
            *explain_keys(form.at("pyramid", "items").below()),
            "pyramid:",
            *pyramid,
        ],
    }
    return write_page("clientele", commission, filled)


def _rubrics(commission: Commission) -> list[str]:
    """The rubrics to choose from, where there are several."""
    rubrics = commission.catalogue.rubrics
    named = (f"- {one.id}: {commission.quoting.text(one.name)}" for one in rubrics)
    return [line for said in named for line in comment(said)] if len(rubrics) > 1 else []


def _entry(commission: Commission, value: Value) -> list[str]:
    said = comment(commission.quoting.value(value), 2, hanging=2)
    return [*said, f"  - value: {value.id}"]
