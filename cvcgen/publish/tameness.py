"""Which Markdown is safe to parse: a hostile text must not take minutes (BUDGET.md §2).

Text beyond these limits is shown as it was typed, in paragraphs, instead of being parsed.
"""

import re

MOST_CHARACTERS = 20_000
"""In one text; a long project description has some 5,000."""
MOST_BRACKETS = 300
"""In one text: each may make the parser look through all that follows."""
MOST_MARKS = 200
"""Of each kind in one block of lines."""
MOST_DEPTH = 12
"""Levels of lists and quotations in one line."""
_BLOCKS = re.compile(r"\n[ \t]*\n")
_MARKS = ("[", "]", "(", ")", "<", "*", "_", "`", "&", "!", "\\")
_LEVEL = re.compile(r"(?:[>]|[-+*][ \t]|\d{1,9}[.)][ \t]|\t| {4})")
_INDENT = r"[ \t>*+\-\d.)]"
_MOST_INDENT = re.compile(f"{_INDENT}*")
_FAR_IN = re.compile(f"{_INDENT}{{{MOST_DEPTH + 1}}}")
_BEGINS = " \t>*+-.)0123456789"
"""What may stand before a heading: signs of quotations and lists."""
_RULE = "-=*_"
"""What rules and lines under headings are made of."""


def is_tame(text: str) -> bool:
    """Whether parsing the text takes time in proportion to its length."""
    if len(text) > MOST_CHARACTERS or text.count("[") > MOST_BRACKETS:
        return False
    # Each level takes a character at least: counting is for the few lines that begin so far in.
    indented = [line for line in text.splitlines() if _FAR_IN.match(line)]
    if any(_depth(line) > MOST_DEPTH for line in indented):
        return False
    crowded = [mark for mark in _MARKS if text.count(mark) > MOST_MARKS]
    many_lines = text.count("\n") >= MOST_MARKS
    return not (crowded or many_lines) or all(
        _count_parts(block) <= MOST_MARKS
        and all(block.count(mark) <= MOST_MARKS for mark in crowded)
        for block in _BLOCKS.split(text)
    )


def split_paragraphs(text: str) -> tuple[str, ...]:
    """The text's paragraphs, as typed."""
    return tuple(block.strip() for block in _BLOCKS.split(text) if block.strip())


def _count_parts(block: str) -> int:
    """Lines of headings and rules: at each, the parser starts anew with all that follows."""
    return sum(
        line.lstrip(_BEGINS).startswith("#")
        or (not line.strip(_BEGINS + _RULE) and any(sign in line for sign in _RULE))
        for line in block.splitlines()
    )


def _depth(line: str) -> int:
    start = _MOST_INDENT.match(line)
    return len(_LEVEL.findall(start.group())) if start else 0
