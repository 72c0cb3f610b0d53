"""Spreadsheets with faults, each beside what is said of it; nothing is ever written.

Each folder of `invalid/` holds files that are imported together into the base site.
"""

import shutil
from pathlib import Path

import pytest

from cvcgen.core.rules import RULES
from tests.building import BASE
from tests.cli.running import Ran, cvcgen
from tests.conftest import CompareGolden

INVALID = sorted(
    path for path in Path(__file__).with_name("invalid").iterdir() if path.is_dir()
)
BEYOND_SPREADSHEETS = {"would-change-unreachable"}
"""Cases that break a rule of the content, told at the cell."""


CASES = pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)


def imported(case: Path, site: Path, *options: str) -> Ran:
    files = sorted(path for path in case.iterdir() if not path.name.startswith("expected"))
    return cvcgen("import", *options, *map(str, files), folder=site)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    """What is said of each case, all of them imported into one site that stays as it is."""
    site = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("cases") / "site"))
    before = tree(site)
    found = {case.name: imported(case, site) for case in INVALID}
    assert tree(site) == before
    return found


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@CASES
def test_a_faulty_spreadsheet_is_reported_in_full(
    case: Path, told: dict[str, Ran], golden: CompareGolden
) -> None:
    ran = told[case.name]
    assert (ran.code, ran.out) == (1, "")
    golden(case / "expected.txt", ran.err)


@pytest.mark.parametrize("name", ["unknown-name-many", "unusable-cell", "would-change"])
def test_the_same_report_in_french(name: str, golden: CompareGolden) -> None:
    case = Path(__file__).with_name("invalid") / name
    golden(case / "expected.fr.txt", imported(case, BASE, "--lang", "fr").err)


@CASES
def test_a_case_bears_the_name_of_the_rule_that_it_breaks(
    case: Path, told: dict[str, Ran]
) -> None:
    named = [rule for rule in RULES.values() if f"{case.name}-".startswith(f"{rule.name}-")]
    assert case.name in BEYOND_SPREADSHEETS or any(
        rule.code in told[case.name].err for rule in named
    )


def test_every_rule_of_spreadsheets_is_broken_by_some_case(told: dict[str, Ran]) -> None:
    said = "".join(ran.err for ran in told.values())
    rules = [rule for rule in RULES.values() if rule.code.startswith("CVC6")]
    assert [rule.code for rule in rules if f"error[{rule.code}]" not in said] == []
