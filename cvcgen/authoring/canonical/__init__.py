"""The one form of a content file: keys in the schema's order, one way to indent and quote.

Comments stay with what they are about, and values stay what they are: whoever writes the
result compares both first, with a reader that is not the one used here.
"""

from dataclasses import dataclass

from cvcgen.authoring.canonical.arranging import arrange_flow, arrange_keys
from cvcgen.authoring.canonical.composing import CannotStyle, compose, is_mapping
from cvcgen.authoring.canonical.styling import comments_below, style_text
from cvcgen.authoring.forms import load_form

__all__ = ["CannotStyle", "Canonical", "canonical_form", "canonical_text", "comments_in"]


@dataclass(frozen=True, slots=True)
class Canonical:
    """The canonical form of a file, and what it must not lose of it."""

    text: str
    """The form itself."""
    comments: tuple[str, ...]
    """Every comment of the file as it was, sorted."""


def canonical_form(text: str, schema: str) -> Canonical:
    """The canonical form of a file without a fault of form, by the name of its schema.

    The file is composed once, which is what takes the time. Raises `CannotStyle` where the
    writer cannot write it.
    """
    if "\r" in text:  # ends a line for YAML, and for nobody who would read the result
        raise CannotStyle
    form, root = load_form(schema, "en"), compose(text)
    comments = comments_below(root, text)
    if root is None:
        return Canonical(text, comments)
    if not is_mapping(root):  # no record, and the writer stumbles over some of them
        raise CannotStyle
    arranged = arrange_keys(text, root, form)
    if arranged != text:
        root = compose(arranged)
    arrange_flow(root, form)
    return Canonical(style_text(arranged, root), comments)


def canonical_text(text: str, schema: str) -> str:
    """The text of `canonical_form`. Raises `CannotStyle`."""
    return canonical_form(text, schema).text


def comments_in(text: str) -> tuple[str, ...]:
    """Every comment of a text, sorted. Raises `CannotStyle`."""
    return comments_below(compose(text), text)
