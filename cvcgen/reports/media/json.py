r"""JSON for programs: exact numbers, fixed order of keys, nothing hidden.

Letters stay letters; hidden characters are written as `\uXXXX`, which says the same to a
program and does nothing to a terminal or to the log of a CI service.
"""

import json
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.hidden import HIDDEN
from cvcgen.core.model import Origin
from cvcgen.reports.media.logs import COMMAND

Json = str | int | bool | None | Mapping[str, "Json"] | Sequence["Json"]
"""What a report may hold; no float."""
_CONSTANTS = {None: "null", True: "true", False: "false"}
_REMEMBERED = 4096


def document(content: Json) -> str:
    r"""The whole document, indented, with a line end.

    >>> document({"a": "é\u202e"})
    '{\n  "a": "é\\u202e"\n}\n'
    """
    return f"{_written(content, '')}\n"


def document_around(head: Mapping[str, Json], key: str, empty: bool = False) -> tuple[str, str]:
    r"""What stands before and after the items of a list that is too long to be held at once.

    The list is the last key of the document; `listed_item` writes what is in it.

    >>> document_around({"a": 1}, "b")
    ('{\n  "a": 1,\n  "b": [', '\n  ]\n}\n')
    """
    whole = document({**head, key: []})
    begun = whole.removesuffix("]\n}\n")
    return begun, "]\n}\n" if empty else "\n  ]\n}\n"


def listed_item(content: Json, number: int) -> str:
    r"""The item of that number, from 0, of the list of `document_around`.

    >>> listed_item(["x"], 1)
    ',\n    [\n      "x"\n    ]'
    """
    return f"{',' if number else ''}\n    {_written(content, '    ')}"


def number(exact: Fraction | None, shown: str) -> Json:
    """An exact number beside what readers see of it; null where there is none."""
    if exact is None:
        return None
    return {"fraction": fraction_text(exact), "decimal": decimal_text(exact), "shown": shown}


def origin(state: Origin) -> dict[str, Json]:
    """Which state of the content the report is about."""
    return {
        "label": state.label,
        "revision": state.revision,
        "committed_at": state.committed_at,
    }


def _written(content: Json, indent: str) -> str:
    """As `json.dumps` writes it with an indent, in a fifth of the time, and nothing hidden."""
    if isinstance(content, str):
        return _string(content)
    if content is None or isinstance(content, bool):
        return _CONSTANTS[content]
    if isinstance(content, int):
        return int.__repr__(content)
    inner = f"{indent}  "
    if isinstance(content, Sequence):
        opening, closing = "[]"
        items = [_written(item, inner) for item in content]
    else:
        opening, closing = "{}"
        items = [f"{_string(key)}: {_written(x, inner)}" for key, x in content.items()]
    if not items:
        return opening + closing
    listed = f",\n{inner}".join(items)
    return f"{opening}\n{inner}{listed}\n{indent}{closing}"


@lru_cache(maxsize=_REMEMBERED)  # a report has few different words, thousands of times each
def _string(text: str) -> str:
    written = HIDDEN.sub(_escaped, json.dumps(text, ensure_ascii=False))
    return COMMAND.sub(r"\\u0023", written)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]
