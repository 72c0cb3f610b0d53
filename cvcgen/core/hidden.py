r"""Characters that act or hide instead of showing: made visible, in every medium.

Controls move a terminal's cursor, bidirectional overrides reorder a line, zero-width ones
make two different words look alike. They are listed by range, not asked of `unicodedata`,
so that every Python version prints the same.
"""

import re

_RANGES = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls, DEL
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero-width, line separators, bidi
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff"
)
HIDDEN = re.compile(f"[{_RANGES}]")
"""One character that must not reach a reader as it is; tabs and line ends are among them."""


def show_hidden(text: str) -> str:
    r"""The text with each hidden character as its code point.

    >>> print(show_hidden("a\x1b[31mb\u202e\n"))
    a\u{1b}[31mb\u{202e}\u{a}
    """
    return HIDDEN.sub(lambda found: shown_code(found.group()), text)


def shown_code(character: str) -> str:
    r"""The visible form of one character, such as `\u{202e}`."""
    return f"\\u{{{ord(character):x}}}"
