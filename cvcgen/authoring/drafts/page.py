"""The page that every draft is written on: keys in the schema's order, each explained."""

from collections.abc import Iterable, Mapping, Sequence

from cvcgen.authoring.drafts.commission import Commission
from cvcgen.authoring.forms import Form, load_form
from cvcgen.authoring.yamlwriting import comment

MODELINE = "# yaml-language-server: $schema="
"""How a file tells editors where its schema is."""


def write_page(kind: str, commission: Commission, filled: Mapping[str, Sequence[str]]) -> str:
    """The text of a file of that kind, with these keys filled; the others in comments."""
    form = load_form(kind, commission.phrases.language)
    lines = [f"{MODELINE}{commission.schema}", *comment(form.description)]
    for key in form.below():
        lines += ["", *comment(key.description)]
        lines += filled.get(key.name, [f"# {key.name}:"])
    return "\n".join(lines) + "\n"


def explain_keys(forms: Iterable[Form]) -> list[str]:
    """A comment for each key further in: its name and what it is for.

    The hyphen tells it from a key of the page itself, which waits behind `# ` for a value.
    """
    return [
        line
        for form in forms
        for line in comment(f"- {form.name}: {form.description}", hanging=2)
    ]
