r"""Characters that act or hide instead of showing: made visible, in every medium.

Controls move a terminal's cursor, bidirectional overrides reorder a line, zero-width ones
make two different words look alike. They are listed by range, not asked of `unicodedata`,
so that every Python version prints the same.
"""

import re

_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
"""What Unicode keeps free of characters: no XML has some of them, no page should have any."""
_RANGES = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls, DEL
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero-width, line separators, bidi
    "\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    f"\ud800-\udfff{_NO_CHARACTERS}"
)
HIDDEN = re.compile(f"[{_RANGES}]")
"""One character that must not reach a reader as it is; tabs and line ends are among them."""
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u2028\u2029"  # line ends that not every tool counts
    "\u200b\u200e\u200f\u2060-\u2064\ufeff\u061c\u180e"  # invisible
    "\u202a-\u202e\u2066-\u206f"  # direction
    f"\ufff9-\ufffb\U000e0000-\U000e007f{_NO_CHARACTERS}]"  # annotations, tags
)
"""One character that no content file may hold, nor any text that is read of one."""
_SHOWN = re.compile(
    r"[^\s"
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""One character that leaves something on a page; the schemas have the very same pattern.

Left out is what Unicode has programs draw nothing for (Default_Ignorable_Code_Point), and two
that are drawn as nothing: the Braille pattern without dots and the null notehead.
"""


def is_blank(text: str) -> bool:
    r"""Whether nothing of the text would be seen, as of an empty one.

    >>> is_blank(" \u3164\u2800"), is_blank("\u3164."), is_blank("")
    (True, False, True)
    """
    return _SHOWN.search(text) is None


def show_hidden(text: str) -> str:
    r"""The text with each hidden character as its code point.

    >>> print(show_hidden("a\x1b[31mb\u202e\n"))
    a\u{1b}[31mb\u{202e}\u{a}
    """
    return HIDDEN.sub(lambda found: shown_code(found.group()), text)


def cover(text: str) -> str:
    """The text with U+FFFD for each character that no content may hold."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def shown_code(character: str) -> str:
    r"""The visible form of one character, such as `\u{202e}`."""
    return f"\\u{{{ord(character):x}}}"
