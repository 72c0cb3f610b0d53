"""A record of plain values as a whole file, in its canonical form at once.

`canonical` keeps what people wrote between the values, by a library that takes a hundred times
as long. Here there is nothing to keep: that both agree is a test.
"""

from collections.abc import Mapping

from cvcgen.authoring.canonical.arranging import key_rank
from cvcgen.authoring.forms import Form, load_form
from cvcgen.authoring.plainyaml import Plain, entry_lines


def plain_file(modeline: str, record: Mapping[str, Plain], schema: str) -> str:
    """The file's text by the name of its schema; without its first line where that is empty.

    >>> print(plain_file("# x", {"scorecards": {}, "title": "A"}, "project"), end="")
    # x
    title: "A"
    scorecards: {}
    """
    arranged = _arranged(record, load_form(schema, "en"))
    lines = [line for key, value in arranged.items() for line in entry_lines(key, value)]
    return "".join(f"{line}\n" for line in [*filter(None, [modeline]), *lines])


def _arranged(record: Mapping[str, Plain], form: Form | None) -> dict[str, Plain]:
    """The record with its keys in the form's order; in lists they keep the author's."""
    arranged: dict[str, Plain] = {}
    for key in sorted(record, key=key_rank(form)):
        value, below = record[key], form.find(key) if form else None
        arranged[key] = _arranged(value, below) if isinstance(value, Mapping) else value
    return arranged
