r"""Logs of CI services obey what is printed into them, whichever report it stands in.

Azure's, GitHub's and TeamCity's obey `##[…]`, `##vso[…]` and `##teamcity[…]` wherever they
stand in a line, and GitHub's obey `::…::` where one starts. Each medium writes one character of
a command in another way that says the same.
"""

import re

from cvcgen.core.hidden import shown_code

COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")
"""What no log obeys a command without, wherever it stands."""
ANY_COMMAND = re.compile(rf"{COMMAND.pattern}|(?<!\S):(?=:)")
"""The same of a text that may be broken into lines at any space."""


def break_up(text: str, commands: re.Pattern[str] = ANY_COMMAND) -> str:
    r"""The text without a command that a log would obey.

    >>> print(break_up("##vso[task] ::error::x a::b"))
    #\u{23}vso[task] \u{3a}:error::x a::b
    """
    if "##" not in text and "::" not in text:
        return text
    return commands.sub(lambda found: shown_code(found.group()), text)
