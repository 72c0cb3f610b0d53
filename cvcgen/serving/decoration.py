"""A page of the site as the preview shows it: with the reloading script, and what is wrong.

The pages that are published have none of it. Their security policy lets pages load from
their own origin only, and so do these; where a site's own templates have a stricter one, it
is widened by exactly that, in what is served alone.
"""

import hashlib
import re
from dataclasses import dataclass
from html import escape, unescape

from cvcgen.serving.faultpanel import Panel

RESERVED = "-/"
"""Where the preview's own files lie; no page of a site begins so."""
SCRIPT, STYLE, EVENTS = f"{RESERVED}reload.js", f"{RESERVED}faults.css", f"{RESERVED}changes"
_VERSION_DIGITS = 32
_NEEDED = ("script-src", "style-src", "connect-src")
_SELF, _NONE = "'self'", "'none'"
_POLICY = re.compile(
    r"""(<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content=")([^"]*)""", re.I
)
_HEAD_END = re.compile(r"</head\s*>", re.I)
_BODY = re.compile(r"<body(\s[^>]*)?>", re.I)
_TITLE = re.compile(r"<title>", re.I)
_LANGUAGE = re.compile(r"""<html\s[^>]*?lang=["']?([A-Za-z-]+)""", re.I)
_BLANK = (
    '<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; img-src data:\">\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n<link rel="icon" href="data:,">\n'
    "<title>cvcgen</title>\n</head>\n<body>\n</body>\n</html>\n"
)


@dataclass(frozen=True, slots=True)
class Decorated:
    """A page as it is sent."""

    content: bytes
    """The whole page."""
    version: str
    """Hexadecimal digits that differ wherever a reader would see a difference."""


def decorate(page: bytes, panel: Panel | None) -> Decorated:
    """The page with the script, and with the panel of faults where there is one."""
    text = page.decode("utf-8")
    if panel is not None:
        text = _TITLE.sub(lambda found: f"{found[0]}{escape(panel.title)} – ", text, count=1)
        text = _BODY.sub(lambda found: f"{found[0]}\n{panel.html}", text, count=1)
    version = hashlib.sha256(text.encode()).hexdigest()[:_VERSION_DIGITS]
    head = f'<script src="/{SCRIPT}" data-version="{version}" defer></script>\n'
    if panel is not None:
        head = f'<link rel="stylesheet" href="/{STYLE}">\n{head}'
    text = _POLICY.sub(lambda found: found[1] + escape(widen(unescape(found[2]))), text)
    found = _HEAD_END.search(text)
    at = found.start() if found else len(text)
    return Decorated((text[:at] + head + text[at:]).encode(), version)


def blank_page(language: str) -> bytes:
    """An empty page, where there is nothing of the site to show."""
    return _BLANK.format(language=escape(language)).encode()


def language_of(page: bytes, otherwise: str) -> str:
    """The language that the page says it is in."""
    found = _LANGUAGE.search(page[:1024].decode("utf-8", "replace"))
    return found[1].lower() if found else otherwise


def widen(policy: str) -> str:
    """The security policy, with what reloading needs from the page's own origin.

    >>> widen("default-src 'self'; connect-src https://a.example; script-src 'none'")
    "default-src 'self'; connect-src https://a.example 'self'; script-src 'self'"
    """
    parts = [part.split() for part in policy.split(";") if part.strip()]
    allowed = {words[0].lower(): words[1:] for words in reversed(parts)}
    for name in _NEEDED:
        sources = allowed.get(name, allowed.get("default-src"))
        if sources is not None and _SELF not in sources and "*" not in sources:
            kept = [source for source in sources if source != _NONE]
            allowed[name] = [*kept, _SELF]
    order = list(dict.fromkeys([*(words[0].lower() for words in parts), *_NEEDED]))
    return "; ".join(" ".join([name, *allowed[name]]) for name in order if name in allowed)
