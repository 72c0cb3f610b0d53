"""The one form of a content file: keys in the schema's order, one way to indent and quote.

Comments stay with what they are about, and values stay what they are: whoever writes the
result compares both first, with a reader that is not the one used here.
"""

from cvcgen.authoring.canonical.arranging import arrange_flow, arrange_keys
from cvcgen.authoring.canonical.composing import CannotStyle, compose, is_mapping
from cvcgen.authoring.canonical.styling import comments_in, style_text
from cvcgen.authoring.forms import load_form

__all__ = ["CannotStyle", "canonical_text", "comments_in"]


def canonical_text(text: str, schema: str) -> str:
    """The canonical form of a file without a fault of form, by the name of its schema.

    Raises `CannotStyle` where the writer cannot write it.
    """
    if "\r" in text:  # ends a line for YAML, and for nobody who would read the result
        raise CannotStyle
    form, root = load_form(schema, "en"), compose(text)
    if root is None:
        return text
    if not is_mapping(root):  # no record, and the writer stumbles over some of them
        raise CannotStyle
    arranged = arrange_keys(text, root, form)
    if arranged != text:
        root = compose(arranged)
    arrange_flow(root, form)
    return style_text(arranged, root)
