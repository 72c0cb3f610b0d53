r"""JSON for programs: exact numbers, fixed order of keys, nothing hidden.

Letters stay letters; hidden characters are written as `\uXXXX`, which says the same to a
program and does nothing to a terminal.
"""

import json
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.hidden import HIDDEN
from cvcgen.core.model import Origin

Json = str | int | bool | None | Mapping[str, "Json"] | Sequence["Json"]
"""What a report may hold; no float."""


def document(content: Json) -> str:
    r"""The whole document, indented, with a line end.

    >>> document({"a": "é\u202e"})
    '{\n  "a": "é\\u202e"\n}\n'
    """
    lines = json.dumps(content, ensure_ascii=False, indent=2).split("\n")
    return "".join(HIDDEN.sub(_escaped, line) + "\n" for line in lines)


def number(exact: Fraction | None, shown: str) -> Json:
    """An exact number beside what readers see of it; null where there is none."""
    if exact is None:
        return None
    return {"fraction": fraction_text(exact), "decimal": decimal_text(exact), "shown": shown}


def origin(state: Origin) -> Json:
    """Which state of the content the report is about."""
    return {
        "label": state.label,
        "revision": state.revision,
        "committed_at": state.committed_at,
    }


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]
