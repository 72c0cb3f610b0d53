"""Markdown for people and forges: contributors' text stays text.

A forge turns far more than Markdown into something that acts: `@name` notifies, `#12`
links to an issue, `!12`, `~name`, `%name`, `$12` and `&12` to other things of GitLab, where
`{+a+}` marks a change and a line that starts with `/close` is an order; a bare address becomes
a link, HTML is passed on.
"""

import re
from collections.abc import Sequence
from html import escape as escape_html

from cvcgen.core.hidden import show_hidden

_APART = "&#8203;"
"""Keeps two characters apart. Forges look for mentions and addresses in the rendered text,
where an entity for the character itself would be back."""
_ACTIVE = re.compile(
    r"""[<>&\\`*_\[\]|~$@#]|!(?=\d)|%(?=[\w"])|:(?=\S)|www(?=\.)"""
    r"""|(?<=g[hl])-(?=\d)|\{(?=[+-])""",
    re.I,
)
_LINKING = re.compile(
    r"""[@#$!](?=\w)|[~%](?=[\w"])|:(?=[^\s\d])|(?<!\d):(?=\d)|www(?=\.)"""
    r"""|(?<=g[hl])-(?=\d)|&amp;(?=\d)|[\[{](?=[+-])""",
    re.I,
)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
_SPACES, _LINE_END = re.compile(r"\s+"), re.compile(r"[\r\n]")
_NOT_APART = re.compile(r"[\\`*_\[\]]")
_REFERENCE = {
    "~": re.compile(r'[\w"]'),
    "%": re.compile(r'[\w"]'),
    **dict.fromkeys("&$!", re.compile(r"\d")),
}
"""What follows the sign of a GitLab label, milestone, epic, snippet or merge request."""


def escape(text: str) -> str:
    r"""The text as one line of Markdown that reads as the text and does nothing.

    >>> print(escape("a|b <i> [x](y) @me #12"))
    a&#124;b &lt;i&gt; \[x\](y) @&#8203;me \#&#8203;12
    """
    line = show_hidden(_on_one_line(text))
    return _guard_start(_ACTIVE.sub(_escaped, line))


def escape_in_markup(text: str) -> str:
    r"""The text as one line between two tags, where Markdown means nothing.

    A forge looks for mentions, references and addresses there too.

    >>> print(escape_in_markup("a_b <i> @me #12"))
    a_b &lt;i&gt; @&#8203;me #&#8203;12
    """
    line = show_hidden(_on_one_line(text))
    return _LINKING.sub(rf"\g<0>{_APART}", escape_html(line, quote=False))


def prose(text: str) -> str:
    """A text of the tool's own, where what stands between backticks is code.

    >>> prose("write `a_b: 1` & not a_b")
    'write `a_b: 1` &amp; not a\\\\_b'
    """
    pieces = re.split(r"(`[^`]+`)", text)
    return "".join(code(p[1:-1]) if at % 2 else escape_inside(p) for at, p in enumerate(pieces))


def escape_inside(text: str) -> str:
    """As `escape`, for a piece from the middle of a line, with its spaces."""
    return _ACTIVE.sub(_escaped, show_hidden(text))


def code(text: str) -> str:
    """The text as inline code, in as many backticks as it needs, on one line."""
    line = show_hidden(text)
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if line.startswith("`") or line.endswith("`") or not line.strip() else ""
    return f"{fence}{gap}{line}{gap}{fence}"


def block(text: str, language: str) -> str:
    """Lines of ours as a block of code in that language."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}\n"


def table(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Escaped cells as a table; the first row is its head.

    `right` says of each column whether its cells stand on the right.
    """
    rule = ["---:" if on_right else "---" for on_right in right]
    lines = [rows[0], rule, *rows[1:]]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def _on_one_line(text: str) -> str:
    """The text with a space for each line end and the spaces around it."""
    # By whole runs of spaces: to look for a line end from each space of a run takes its square.
    return _SPACES.sub(lambda run: " " if _LINE_END.search(run[0]) else run[0], text.strip())


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    after = found.string[found.end() : found.end() + 1]
    if character in _ENTITIES or character in _REFERENCE:
        shown = "\\$" if character == "$" else _ENTITIES.get(character, character)
        refers = character in _REFERENCE and _REFERENCE[character].match(after)
        return shown + (_APART if refers else "")
    if _NOT_APART.match(character):
        return f"\\{character}{_APART if character == '[' and after in tuple('+-') else ''}"
    guarded = "\\#" if character == "#" else character
    # Between digits a colon is a time or a proportion, and no address.
    before = found.string[found.start() - 1 : found.start()]
    if character == ":" and before.isdigit() and after.isdigit():
        return guarded
    return guarded + (_APART if after.strip() else "")


def _guard_start(line: str) -> str:
    """The line without what would make it a list, a heading, a rule or an order."""
    if line.startswith("/"):
        return "&#47;" + line[1:]
    if line.startswith(("-", "+")):
        return "\\" + line
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", line)
