"""The catalogue of codes, against the sources of cvcgen; the sites prove that codes occur."""

import re
from pathlib import Path

import pytest

from cvcgen.core.diagnostics import Severity
from cvcgen.core.rules import RULES, Rule
from tests.sourcecode import ROOT

EVERY_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
FAMILIES = {"1": 116, "2": 204, "3": 308, "4": 423, "5": 503, "6": 609}
"""The last code of each family: codes are only ever added at its end."""


def test_codes_are_in_order_and_none_is_skipped() -> None:
    expected = [
        f"CVC{number}"
        for family, last in FAMILIES.items()
        for number in range(int(family) * 100 + 1, last + 1)
    ]
    assert list(RULES) == expected
    assert [rule.code for rule in RULES.values()] == expected


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES.values()]
    assert len(set(names)) == len(names)


@EVERY_RULE
def test_a_rule_is_told_in_a_few_plain_sentences(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(r"[A-Z].*[^.]", rule.title.template)
    assert re.fullmatch(r"[A-Z].*\.", rule.why.template)
    assert 1 <= len(re.findall(r"[.?!](?: |$)", rule.why.template)) <= 4
    assert not rule.title.arguments
    assert not rule.why.arguments


@EVERY_RULE
def test_a_rule_shows_two_different_examples(rule: Rule) -> None:
    assert rule.bad != rule.good
    assert rule.bad == rule.bad.strip()
    assert rule.good == rule.good.strip()
    assert len(rule.bad.splitlines()) <= 6


def test_every_code_that_the_package_names_is_in_the_catalogue() -> None:
    sources = (path.read_text("utf-8") for path in Path(ROOT, "cvcgen").rglob("*.py"))
    named = {code for text in sources for code in re.findall(r"\bCVC[0-9]{3}\b", text)}
    # What the documentation of a function shows as an example stands for no rule.
    assert named - {"CVC123"} == set(RULES)


def test_only_what_harms_no_figure_is_a_warning() -> None:
    warnings = [code for code, rule in RULES.items() if rule.severity is Severity.WARNING]
    assert warnings == ["CVC412", "CVC413", "CVC416", "CVC417", "CVC421", "CVC423", "CVC503"]
