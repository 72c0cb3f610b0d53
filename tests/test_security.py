"""docs/security.md against the code: its limits, its tests and what it says is installed."""

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/security.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under that heading, without its head."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def stated(place: str) -> Any:
    """The limit that stands at such a place: a constant, or a keyword of a schema."""
    in_code = re.fullmatch(r"`([\w.]+):(\w+)`", place)
    if in_code:
        return getattr(importlib.import_module(in_code[1]), in_code[2])
    in_schema = re.fullmatch(r"`schemas/(\w+)`: `([\w.$]+)`", place)
    assert in_schema, place
    file = ROOT / f"schemas/{in_schema[1]}.schema.json"
    found = json.loads(file.read_text("utf-8"))
    for key in in_schema[2].split("."):
        found = found[key]
    return found


@pytest.mark.parametrize(("what", "most", "place"), rows("Limits"))
def test_a_limit_is_what_the_page_says(what: str, most: str, place: str) -> None:
    assert stated(place) == int(most), what


def test_every_named_test_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
    assert len(named) > 20
    assert [path for path in sorted(named) if not (ROOT / path).is_file()] == []


def test_every_threat_names_its_defence_and_its_tests() -> None:
    threats = rows("Threats")
    assert len(threats) > 15
    for threat, harm, defence, tests in threats:
        assert harm, threat
        assert defence, threat
        assert "`tests/" in tests, threat


def test_the_list_of_what_is_installed_is_that_of_the_lock_file() -> None:
    lines = (ROOT / "requirements/runtime.txt").read_text("utf-8").splitlines()
    locked = {
        Requirement(line.removesuffix("\\")).name for line in lines if not line.startswith(" ")
    }
    listed = dict(rows("What is installed"))
    assert set(listed) == locked
    assert all(listed.values())
