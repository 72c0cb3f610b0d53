"""Texts as the tests of `sources` hand them in, and faults as they read them."""

from collections.abc import Iterable
from typing import Any

import pytest

from cvcgen.core.diagnostics import Diagnostic
from cvcgen.sources import recordfile
from cvcgen.sources.schemas import schema_faults
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import Mapping, plain_value
from cvcgen.sources.yamltext import Parsed, parse_yaml


def parse(text: str) -> Parsed:
    """The text as a file's, `a.yaml`."""
    return parse_yaml("a.yaml", text, decode_text("a.yaml", text.encode("utf-8")).lines)


def value(text: str) -> object:
    """What the text says, which must have no fault."""
    parsed = parse(text)
    assert parsed.faults == ()
    assert parsed.root is not None
    return plain_value(parsed.root)


def tree(text: str) -> Mapping:
    """The text as a tree, which must be a mapping."""
    root = parse(text).root
    assert isinstance(root, Mapping)
    return root


def found_in(schema: str, text: str) -> Any:
    """The faults of a text that is read without one, by that schema."""
    parsed = parse(text)
    assert parsed.faults == ()
    assert parsed.root is not None
    return schema_faults(schema, parsed.root)


def said(faults: Iterable[Diagnostic]) -> list[str]:
    """Each fault as `line:column CODE message`."""
    return [
        f"{fault.location.line}:{fault.location.column} {fault.code} {fault.message.text(str)}"
        for fault in faults
    ]


def hints(faults: Iterable[Diagnostic]) -> list[str | None]:
    """Each fault's hint."""
    return [fault.hint.text(str) if fault.hint else None for fault in faults]


def paths_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files whose text is read from now on, once for each time."""
    read: list[str] = []

    def noted(path: str, *rest: object) -> object:
        read.append(path)
        return read_on(path, *rest)

    read_on = recordfile.plain_root
    monkeypatch.setattr(recordfile, "plain_root", noted)
    return read
