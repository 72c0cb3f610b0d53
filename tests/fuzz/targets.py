"""What must hold for any bytes at all: one function each, which raises where it does not.

`test_targets.py` gives them a short run, `python -m tests.fuzz` (`make fuzz`) a long one, with
Hypothesis and with a fuzzer that follows the branches of the code.
"""

import contextlib
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import html5lib

from cvcgen.app import check_snapshot
from cvcgen.contributing import formatting
from cvcgen.core.hidden import HIDDEN
from cvcgen.core.model import Kind
from cvcgen.core.rules import RULES
from cvcgen.phrases import load_phrases
from cvcgen.publish.render import render_blocks, render_inline
from cvcgen.publish.voice import Prose
from cvcgen.reports.diagnostics import as_github, as_text
from cvcgen.sources.git import GitError
from cvcgen.sources.git.revisions import _REVISION, parse_range
from tests.building import base_with

PATHS = (
    "cvcgen.yaml",
    "content/rubrics/gain.yaml",
    "content/values/rapidite.yaml",
    "content/clienteles/citoyens.yaml",
    "content/projects/guichet.yaml",
)
SCHEMAS = ("site", "rubric", "value", "clientele", "project")
TAGS = {
    *("html", "head", "body", "a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em"),
    *("h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong", "table", "tbody"),
    *("td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {"a": {"href", "title", "rel"}, "ol": {"start"}}
SCHEMES = {"", "http", "https", "mailto"}
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What no text of a content holds: such a file is refused."""


def load(data: bytes) -> None:
    """Any file, in any place, is read or told with its faults; reports stay harmless."""
    which = data[0] % len(PATHS) if data else 0
    checked = check_snapshot(base_with({PATHS[which]: data[1:]}))
    for fault in checked.diagnostics:
        assert fault.code in RULES, fault.code
        assert fault.location.line >= 1, fault.location
        assert fault.location.column >= 1, fault.location
    phrases = load_phrases("fr")
    for line in as_text.report(checked.diagnostics, checked.texts, phrases).split("\n"):
        found = HIDDEN.search(line)
        assert found is None, repr(line)
    for line in as_github.report(checked.diagnostics, phrases).splitlines():
        assert line.startswith(("::error ", "::warning ", "::notice")), line


def name(data: bytes) -> None:
    """Any name of a file is placed or told, and none leaves its folder."""
    text = data.decode("utf-8", "surrogateescape").replace("\0", "")
    path = PurePosixPath("content", *[part for part in text.split("/") if part not in "..."])
    checked = check_snapshot(base_with({str(path): b"name: {fr: a, en: a}\n"}))
    for kind in Kind:
        for record in getattr(checked.catalogue, kind.value, ()):
            assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", record.id), record.id
    as_text.report(checked.diagnostics, checked.texts, load_phrases("en"))


def markdown(data: bytes) -> None:
    """Any text becomes HTML of the allowed tags, attributes and schemes alone."""
    text = CONTROLS.sub("", data.decode("utf-8", "replace"))
    for language in ("fr", "en"):
        for html in (
            render_blocks(Prose(text, language, foreign=False), 3),
            render_inline(Prose(text, language, foreign=False)),
        ):
            assert_harmless(str(html))


def assert_harmless(html: str) -> None:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            raise AssertionError(f"a comment: {html[:200]!r}")
        assert element.tag in TAGS, (element.tag, html[:200])
        extra = set(element.keys()) - ATTRIBUTES.get(element.tag, set())
        assert not extra, (element.tag, extra, html[:200])
        address = element.get("href", "")
        assert urlsplit(address.strip()).scheme.lower() in SCHEMES, address


def revision(data: bytes) -> None:
    """Whatever is taken for the name of a revision is neither an option nor a range."""
    text = data.decode("utf-8", "surrogateescape")
    with contextlib.suppress(GitError):
        sides = parse_range(text)
        for side in filter(None, (sides.base, sides.head)):
            if _REVISION.fullmatch(side):
                assert not side.startswith(("-", ":", "/", "^", ".")), side
                assert not re.search(r"[\x00-\x20\x7f:?*\[\\]|\.\.|@\{", side), side


def style(data: bytes) -> None:
    """Whatever can be read is either left alone or written anew so that it says the same."""
    which = data[0] % len(SCHEMAS) if data else 0
    before = formatting._read(PATHS[which], data[1:])
    if before.text is None or before.root is None or before.faults:
        return
    text = formatting._canonical(PATHS[which], before, SCHEMAS[which])
    if text is not None:
        after = formatting._read(PATHS[which], text.encode("utf-8"))
        assert not after.faults, text
        assert formatting._meaning(after.root) == formatting._meaning(before.root), text
        assert formatting._canonical(PATHS[which], after, SCHEMAS[which]) == text


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (load, name, markdown, revision, style)
}
