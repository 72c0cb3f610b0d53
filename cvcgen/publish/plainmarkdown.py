r"""The Markdown that most texts are made of, rendered twenty times as fast as by the parser.

A text is plain where it holds nothing but letters, digits, spaces and usual punctuation, in
paragraphs, headings (`## …`) and one-level lists (`- …`) apart by one empty line, with
`*emphasised*` and `**strong**` words. Anything else is for the parser: None.

It gives the same: none of the parser's other rules can apply, since each needs a character
that is not in `_USUAL`, or a line that begins or ends otherwise; the tests compare the bytes.
And it is harmless: only fixed tags and usual characters come out, never a `<` or `&` of the
text, so that there is nothing to clean (docs/decisions/0011-quick-pages.md).
"""

import re
from collections.abc import Callable

_USUAL = " \n.,;:?!'’‘\"“”«»()/%°…–—\\-*#+€$\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_UNUSUAL = re.compile(rf"[^\w{_USUAL}]|_")
"""What may have a meaning to the parser, or to a browser."""
_WESTERN = re.compile(f"[A-Za-z0-9À-ÖØ-öø-ÿ{_USUAL}]*")
"""What most texts consist of; a set without classes of characters is ten times as fast."""
_WORDS = r"(?:\*\*?(?=\w))?[\w«“\"(](?:.*\S)?"
_TEXT = rf"(?!\d+[.)]){_WORDS}"
"""A line, without spaces at its ends; a number with a point may begin a list."""
_PARAGRAPH = re.compile(rf"{_TEXT}(?:\n{_TEXT})*")
_LIST = re.compile(rf"- {_TEXT}(?:\n- {_TEXT})*")
_HEADING = re.compile(rf"(#{{1,6}}) (?!.*#)({_WORDS})")
# From the asterisk backwards: looked for first, it is found at once.
_EMPHASIS = re.compile(r"\*(?<![^ \n(]\*)(\*?)(\w(?:[^*\n]*\w)?)\*\1(?![^ \n).,;:?!])")
"""Inside one line, where no rule doubts what opens and what closes."""
_TAGS = {"": "em", "*": "strong"}
"""By the second asterisk, if any."""
_LAST_HEADING = 6
_Typeset = Callable[[str], str]


def render_plain(source: str, heading: int, typeset: _Typeset) -> str | None:
    """The HTML of a plain text, or None where it is none.

    Headings begin at that level (2 to 6); `typeset` sets it, see `typography`.

    >>> render_plain("*Un* gain\\n\\n- a\\n- b\\n", 3, str)
    '<p><em>Un</em> gain</p>\\n<ul>\\n<li>a</li>\\n<li>b</li>\\n</ul>'
    >>> render_plain("[un lien](x.html)", 3, str) is None
    True
    """
    if not _WESTERN.fullmatch(source) and _UNUSUAL.search(source):
        return None
    rendered: list[str] = []
    for block in source.removesuffix("\n").split("\n\n"):
        html = _render_block(block, heading)
        # Two lists in a row are one to the parser.
        if html is None or (rendered and html[:4] == rendered[-1][:4] == "<ul>"):
            return None
        if "*" in html:
            return None
        rendered.append(html)
    # All at once: nothing that is set has a part in a tag, nor asks what stands beyond it.
    return typeset("\n".join(rendered))


def _render_block(block: str, heading: int) -> str | None:
    """One paragraph, list or heading; None where it is something else."""
    if "#" in block:
        title = _HEADING.fullmatch(block)
        if title is None:
            return None
        level = min(len(title[1]) + heading - 1, _LAST_HEADING)
        return f"<h{level}>{_render_line(title[2])}</h{level}>"
    if _PARAGRAPH.fullmatch(block):
        return f"<p>{_render_line(block)}</p>"
    if _LIST.fullmatch(block):
        items = _render_line(block[2:]).replace("\n- ", "</li>\n<li>")
        return f"<ul>\n<li>{items}</li>\n</ul>"
    return None


def _render_line(text: str) -> str:
    """Lines of running text; an asterisk that emphasises nothing in its line stays."""
    if "*" not in text:
        return text
    before, *found = _EMPHASIS.split(text)
    marked = zip(found[::3], found[1::3], found[2::3], strict=True)
    return before + "".join(
        f"<{_TAGS[mark]}>{words}</{_TAGS[mark]}>{after}" for mark, words, after in marked
    )
