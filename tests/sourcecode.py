"""The modules of cvcgen as syntax trees, for tests of how the code itself is made."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "cvcgen"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    name: str
    """The dotted name, `cvcgen.core.exact`; that of the folder for an `__init__.py`."""
    path: Path
    text: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The first name below `cvcgen`: a package or a module at the top; empty for itself."""
        return self.name.partition(".")[2].partition(".")[0]

    def place(self, node: ast.AST) -> str:
        """Where the node stands, to be shown and clicked: `cvcgen/app.py:12`."""
        line = getattr(node, "lineno", 1)
        return f"{self.path.relative_to(ROOT).as_posix()}:{line}"

    def functions(self) -> Iterator[Function]:
        """Every function and method, also inside others."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))


@dataclass(frozen=True)
class Import:
    """One imported module, wherever in the file and under whatever condition."""

    target: str
    """The dotted name of the module that is loaded, as far as can be told from the text."""
    place: str
    at_load: bool
    """Whether importing the module does it: not inside a function or for types alone."""


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, by name."""
    found = []
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        names = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(names[:-1] if names[-1] == "__init__" else names)
        text = path.read_text(encoding="utf-8")
        found.append(Module(name, path, text, ast.parse(text, str(path))))
    return tuple(sorted(found, key=lambda module: module.name))


def imports(module: Module) -> Iterator[Import]:
    """Every import of the module: at the top, inside functions, under TYPE_CHECKING."""
    known = {other.name for other in modules()}
    late = {
        id(inner)
        for node in ast.walk(module.tree)
        if isinstance(node, Function) or _is_for_types(node)
        for inner in ast.walk(node)
    }
    for node in ast.walk(module.tree):
        for target in _targets(node, known):
            yield Import(target, module.place(node), id(node) not in late)


def report(faults: list[str], rule: str) -> None:
    """Fails with the rule and every fault against it."""
    assert not faults, f"{rule}:\n  " + "\n  ".join(faults)


def is_dataclass(node: ast.ClassDef) -> bool:
    return any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list)


def is_public(name: str) -> bool:
    return not name.startswith("_")


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _targets(node: ast.AST, known: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        start = "." * node.level + (node.module or "")
        # `from cvcgen import app` loads the module `cvcgen.app`; `from x import name` loads x.
        named = (f"{start}.{alias.name}" for alias in node.names)
        yield from dict.fromkeys(name if name in known else start for name in named)
