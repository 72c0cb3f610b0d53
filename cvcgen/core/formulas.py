"""Text that a spreadsheet would run as a formula, made harmless and made itself again.

A cell runs where it starts with `=`, `+`, `-`, `@`, a tab or a line break; so does a part of
a text that becomes a cell where a spreadsheet expects another separator.
"""

import re
from functools import lru_cache

_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"
"""What starts a formula; the wide forms do so in East Asian spreadsheets."""
_RUNS = rf"(?:[^\S\t\r\n]|['\"])*[{_FORMULA}]"
"""What runs where a part of a text starts: some programs trim spaces, and all take quotation
marks away."""
_DANGER = re.compile(rf"\A(?='*[\t\r\n]|[\s']*[{_FORMULA}])|(?<=[,;|\t\r\n])(?={_RUNS})")
"""Where a mark goes; before a `'` it goes too, so that it can be told from the text's own."""
_GUARD = re.compile(rf"\A'(?='*[\t\r\n]|[\s']*[{_FORMULA}])|(?<=[,;|\t\r\n])'(?={_RUNS})")


@lru_cache(maxsize=4096)
def disarm(text: str) -> str:
    """The text, harmless in a spreadsheet.

    >>> disarm("=HYPERLINK(1)"), disarm("a;-2"), disarm("Rapidité, vite")
    ("'=HYPERLINK(1)", "a;'-2", 'Rapidité, vite')
    """
    return _DANGER.sub("'", text)


def rearm(text: str) -> str:
    """What `disarm` was given, to the letter: its marks are taken out.

    >>> rearm("'=HYPERLINK(1)"), rearm("a;'-2"), rearm("l'eau")
    ('=HYPERLINK(1)', 'a;-2', "l'eau")
    """
    return _GUARD.sub("", text)
