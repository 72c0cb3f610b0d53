"""JSON as text, two columns a level, with numbers as exact as they are."""

import json
from fractions import Fraction
from typing import Any

from cvcgen.core.exact import decimal_text


def render_json(node: Any) -> str:
    """The text of a JSON value with a newline at its end; a `Fraction` is a decimal.

    >>> print(render_json({"enum": [Fraction(5, 2), None]}), end="")
    {
      "enum": [
        2.5,
        null
      ]
    }
    """
    return f"{_render(node, '')}\n"


def _render(node: Any, margin: str) -> str:
    if isinstance(node, Fraction):
        written = decimal_text(node)
        if written is None:
            raise ValueError(f"{node} is no decimal")
        return written
    if not isinstance(node, dict | list) or not node:
        return json.dumps(node, ensure_ascii=False)
    inner = f"{margin}  "
    if isinstance(node, dict):
        lines = [f"{json.dumps(key)}: {_render(below, inner)}" for key, below in node.items()]
        opening, closing = "{}"
    else:
        lines = [_render(item, inner) for item in node]
        opening, closing = "[]"
    body = f",\n{inner}".join(lines)
    return f"{opening}\n{inner}{body}\n{margin}{closing}"
