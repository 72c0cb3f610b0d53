"""Whether a Markdown comment can only be read: no link, image, mention, reference or HTML.

The second wall behind `cvcgen diff`, which escapes all that contributors write: the run that
made the report may have been altered, so that what it hands over is anybody's text.
"""

import re

_TAGS = ("<details>", "</details>", "<summary>", "</summary>")
_ENTITIES = ("&#8203;", "&lt;", "&gt;", "&amp;", "&#124;", "&#126;")
_ALLOWED = re.compile("|".join(map(re.escape, (*_TAGS, *_ENTITIES))))
_SUMMARY = re.compile(r"^(<details><summary>).*(</summary>)$", re.MULTILINE)
"""A line of HTML, where brackets and formulas are text like any other."""
_PAIR = re.compile(r"\\[!-/:-@\[-`{-~]")
"""A punctuation mark that stands for itself."""
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_ACTS = {
    # Looked for where a backslash does not help: in HTML it is a letter like any other.
    "HTML": re.compile("<"),
    "an entity": re.compile(r"&(?:#|\w)"),
    "a mention": re.compile(r"@\w"),
    "a reference": re.compile(r"#\d|\bgh-\d", re.IGNORECASE),
    "an address": re.compile(r"://|\bwww\.\w|\b(?:mailto|xmpp):\S", re.IGNORECASE),
}
_ACTS_UNESCAPED = {"a link": re.compile(r"\["), "a formula": re.compile(r"\$")}


def active(markdown: str, marker: str) -> str | None:
    """The first kind of thing in it that acts, after its marker; None where nothing does."""
    rest = markdown.removeprefix(marker)
    if _HIDDEN.search(rest):
        return "a hidden character"
    # NUL takes the place of what is allowed, so that its two sides do not come together.
    plain = _ALLOWED.sub("\0", rest)
    unescaped = _PAIR.sub("", _SUMMARY.sub(r"\1\2", rest))
    found = (name for name, acts in _ACTS.items() if acts.search(plain))
    return next(found, None) or next(
        (name for name, acts in _ACTS_UNESCAPED.items() if acts.search(unescaped)), None
    )
