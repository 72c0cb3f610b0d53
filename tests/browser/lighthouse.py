"""Lighthouse on pages of a built site, with the goals that its numbers must reach."""

import json
import shutil
import statistics
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.chromium import FLAGS
from tests.browser.sites import ROOT

DRIVER = Path(__file__).with_name("lighthouse.mjs")
PACKAGE = ROOT / "node_modules" / "lighthouse"
KINDS = ("home", "ranking", "project", "values")
QUALITY = ("accessibility", "best-practices", "seo")
# READER's goals 2 and 4: percents, seconds, and the share of the window that moves.
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST = {"LCP s": 1.5, "CLS": 0.02}


@dataclass(frozen=True, slots=True)
class Audit:
    """One run of Lighthouse on one page."""

    numbers: Mapping[str, float]
    """By the names of `LEAST` and `MOST`; only what was measured."""
    faults: tuple[str, ...]
    """The audits of its kinds that did not pass, in its own words."""


def has_lighthouse() -> bool:
    """Whether it is installed, and what runs it."""
    return PACKAGE.is_dir() and shutil.which("node") is not None


def run_lighthouse(
    addresses: Iterable[str], chromium: Path, categories: Iterable[str]
) -> tuple[Audit, ...]:
    """Audits each page as a phone on slow 4G would get it, all in one Chromium."""
    told = {
        "addresses": list(addresses),
        "categories": list(categories),
        "chromium": str(chromium),
        "flags": ["--headless=new", *FLAGS],
    }
    command = ["node", str(DRIVER), json.dumps(told)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return tuple(read_report(json.loads(line)) for line in done.stdout.splitlines())


def read_report(report: Mapping[str, Any]) -> Audit:
    """The numbers and faults of Lighthouse's report."""
    assert "runtimeError" not in report, report["runtimeError"]
    audits = report["audits"]
    numbers = {name: 100 * kind["score"] for name, kind in report["categories"].items()}
    if "performance" in numbers:
        numbers["LCP s"] = audits["largest-contentful-paint"]["numericValue"] / 1000
        numbers["CLS"] = audits["cumulative-layout-shift"]["numericValue"]
    faults = [
        f"{name}: {reference['id']}: {audits[reference['id']]['title']}"
        for name, kind in report["categories"].items()
        if name in QUALITY
        for reference in kind["auditRefs"]
        if reference["weight"] and audits[reference["id"]]["score"] not in {1, None}
    ]
    return Audit(numbers, tuple(faults))


def medians(audits: Iterable[Audit]) -> dict[str, float]:
    """The middle of each number over several runs."""
    all_numbers = [audit.numbers for audit in audits]
    return {name: statistics.median(n[name] for n in all_numbers) for name in all_numbers[0]}


def missed(numbers: Mapping[str, float]) -> list[str]:
    """The goals that these numbers do not reach."""
    low = [f"{n} {numbers[n]:.0f} < {g}" for n, g in LEAST.items() if numbers.get(n, g) < g]
    high = [f"{n} {numbers[n]:.3f} > {g}" for n, g in MOST.items() if numbers.get(n, g) > g]
    return low + high
