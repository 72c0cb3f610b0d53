"""scripts/mutate: each mutant is the module with exactly one thing broken."""

import ast
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from tests.sourcecode import ROOT


@pytest.fixture(scope="module")
def mutate() -> ModuleType:
    loader = SourceFileLoader("mutate", str(ROOT / "scripts" / "mutate"))
    spec = spec_from_loader("mutate", loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def broken_versions(mutate: ModuleType, source: str) -> list[str]:
    found = []
    tree = ast.parse(source)
    for place, node in enumerate(ast.walk(tree)):
        for change in range(mutate.changes_of(node)):
            again = ast.parse(source)
            mutate.apply_change(list(ast.walk(again))[place], change)
            found.append(ast.unparse(again))
    return found


@pytest.mark.parametrize(
    ("source", "mutants"),
    [
        ("a + b", ["a - b"]),
        ("a < b <= c", ["a <= b <= c", "a < b < c"]),
        ("a and b", ["a or b"]),
        ("not a", ["not not a"]),
        ("-a", ["+a"]),
        ("a if b else c", ["c if b else a"]),
        ("f(2, True)", ["f(3, True)", "f(2, False)"]),
        ("x is None", ["x is not None"]),
        ("f('text')", []),
    ],
)
def test_each_mutant_breaks_one_thing(
    mutate: ModuleType, source: str, mutants: list[str]
) -> None:
    assert broken_versions(mutate, source) == mutants


def test_every_mutant_of_a_module_differs_from_it_and_compiles(mutate: ModuleType) -> None:
    path = Path("cvcgen/core/exact.py")
    whole = ast.unparse(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    mutants = list(mutate.find_mutants(path))
    assert len(mutants) > 40
    for mutant in mutants:
        assert mutant.source != whole
        compile(mutant.source, "mutant", "exec")
