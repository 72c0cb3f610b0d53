"""How the code is written: exact numbers, sizes, docstrings, tests that mirror modules.

Like tests/test_architecture.py it walks every module of cvcgen; each list of exceptions says
why. CONTRIBUTING.md has the conventions in words.
"""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.sourcecode import ROOT, Function, Module, is_dataclass, is_public, modules, report

LONGEST_FILE, LONGEST_FUNCTION = 300, 60
LONGER_FILES = {
    "cvcgen.core.model": "declarations alone: half of the lines say what the fields mean",
}
"""Files that may be half as long again, with the reason."""

FLOATS = {
    "cvcgen.core.diagnostics": "how alike two words must be to suggest one for the other",
    "cvcgen.core.spelling": "how alike two words are, as difflib says it",
    "cvcgen.sources.git.process": "seconds to wait for git",
    "cvcgen.sources.git.repository": "seconds to wait for git",
    "cvcgen.serving.connections": "seconds to wait for a browser",
}
"""Modules with a float that is no score, weight or number of the content."""

SELF_EVIDENT = {
    *("id", "name", "title", "summary", "description", "definition", "note", "why", "reason"),
    *("where", "source", "provenance", "kind", "path", "text", "line", "column"),
}
"""Names of fields that say everything; so does a name that is that of the field's type."""

TESTED_ELSEWHERE = {
    "cvcgen": "a docstring and the version",
    "cvcgen.__main__": "two lines, run by tests/test_packaging.py",
    "cvcgen.publish.artifacts": "types alone, made by every test of pages and exports",
    "cvcgen.store.fault": "one exception, met by the tests of the database and the entries",
}
"""Modules without a test module of their own, with the reason."""
WHOLE_TESTS = {
    "tests/app/test_work_after_edits.py": "the whole site, one file edited: what is made anew",
    "tests/publish/test_one_rating.py": "the whole site, one rating changed",
    "tests/publish/test_messages.py": "the translations in cvcgen/locale",
    "tests/publish/test_templates.py": "the templates against the views they show",
    "tests/sources/git/test_clones.py": "git: clones that lack a part of the history",
    "tests/sources/git/test_hostile.py": "git: repositories made to do harm",
    "tests/spreadsheets/test_invalid.py": "faulty spreadsheets, and what is said of them",
    "tests/test_architecture.py": "who imports whom",
    "tests/test_conventions.py": "how the code is written",
    "tests/test_defences.py": "attacks, with each defence and without it",
    "tests/test_docs.py": "the documentation against the code",
    "tests/test_guides.py": "the guides, step by step",
    "tests/test_laws.py": "laws of the whole line from files to ranks",
    "tests/test_oracles.py": "figures known before cvcgen",
    "tests/test_packaging.py": "the wheel and the lock files",
    "tests/test_quiet.py": "what is asked of the world outside: nothing",
    "tests/test_security.py": "docs/security.md against the code",
    "tests/test_reproducible.py": "the same bytes, whoever builds the site and where",
}
"""Test modules that mirror no module, with what they are about."""
PARTS = {
    f"tests/{part}"
    for part in (
        "app",
        "core",
        "sources",
        "publish",
        "reports",
        "authoring",
        "contributing",
        "spreadsheets",
        "serving",
        "cli",
        "store",
    )
}
"""Folders in which each test module mirrors one module or package."""
WHOLE_FOLDERS = {
    *("tests/benchmarks", "tests/browser", "tests/ci", "tests/editor", "tests/fuzz"),
    *("tests/scripts", "tests/sites"),
}
"""Folders of tests of whole sites or of scripts."""

EVERY = modules()


def float_uses(module: Module) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(module.tree):
        match node:
            case ast.Constant(value=float() as number):
                yield node, f"the float {number}"
            case ast.Call(func=ast.Name(id="float" | "round" as name)):
                yield node, f"{name}()"
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec) if re.search(
                r"[eEfFgGn%]'*$", ast.unparse(spec)
            ):
                yield node, f"the format {ast.unparse(spec)}"
            case ast.Constant(value=str() as text) if re.search(
                r"%[-+ 0#]*\d*(\.\d+)?[eEfFgG]\b|\{\w*:[^{}\s]*[eEfFgG%]\}", text
            ):
                yield node, f"the format {text!r}"
            case ast.Name(id="float"):
                yield node, "float"


def test_no_float_and_no_rounding_outside_core_exact() -> None:
    report(
        [
            f"{module.place(node)}: {use}"
            for module in EVERY
            if module.name != "cvcgen.core.exact" and module.name not in FLOATS
            for node, use in float_uses(module)
        ],
        "numbers are Fractions, rounded in core/exact.py; what is no score goes to FLOATS",
    )


def test_modules_excused_for_a_float_have_one() -> None:
    having = {module.name for module in EVERY if any(float_uses(module))}
    assert set(FLOATS) - having == set()


def test_core_exact_itself_has_no_float() -> None:
    [exact] = [module for module in EVERY if module.name == "cvcgen.core.exact"]
    assert [use for _, use in float_uses(exact)] == []


def lengths(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def spread(sizes: list[int]) -> str:
    most = quantiles(sizes, n=10)[-1]
    return f"median {median(sizes):.0f}, 90 % {most:.0f}, longest {max(sizes)}"


def test_no_file_is_too_long() -> None:
    sizes = {module: len(module.text.splitlines()) for module in EVERY}
    report(
        [
            f"{module.place(module.tree)} has {size} lines"
            for module, size in sizes.items()
            if size > LONGEST_FILE * (3 if module.name in LONGER_FILES else 2) // 2
        ],
        f"at most {LONGEST_FILE} lines ({spread(list(sizes.values()))})",
    )


def test_no_function_is_too_long() -> None:
    sizes = {
        f"{module.place(node)} {node.name}": lengths(node)
        for module in EVERY
        for node in module.functions()
    }
    report(
        [f"{name} has {size} lines" for name, size in sizes.items() if size > LONGEST_FUNCTION],
        f"at most {LONGEST_FUNCTION} lines ({spread(list(sizes.values()))})",
    )


def public_definitions(module: Module) -> Iterator[ast.Module | ast.ClassDef | Function]:
    """The module, its public classes and functions, and the public methods of the classes."""
    yield module.tree
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef | Function) and is_public(node.name):
            yield node
        if isinstance(node, ast.ClassDef) and is_public(node.name):
            yield from (
                method
                for method in node.body
                if isinstance(method, Function) and is_public(method.name)
            )


def overrides(node: ast.AST) -> bool:
    return any(
        "override" in ast.unparse(decorator)
        for decorator in getattr(node, "decorator_list", ())
    )


def test_every_public_module_class_and_function_has_a_docstring() -> None:
    report(
        [
            f"{module.place(node)} {getattr(node, 'name', '')}"
            for module in EVERY
            for node in public_definitions(module)
            if not ast.get_docstring(node) and not overrides(node)
        ],
        "say what you get, in the domain's words",
    )


def undocumented_fields(node: ast.ClassDef) -> Iterator[ast.AnnAssign]:
    """Fields without a string below; one serves fields of one type that follow each other."""
    pairs = pairwise([*node.body, ast.Pass()])
    fields = [(field, after) for field, after in pairs if isinstance(field, ast.AnnAssign)]
    for _, run in groupby(fields, key=lambda pair: ast.unparse(pair[0].annotation)):
        found = list(run)
        if not any(isinstance(after, ast.Expr) for _, after in found):
            yield from (field for field, _ in found if not is_self_evident(field))


def is_self_evident(field: ast.AnnAssign) -> bool:
    """Whether the name is in the list, or repeats the type: `origin: Origin`."""
    name = ast.unparse(field.target)
    if name in SELF_EVIDENT or not is_public(name):
        return True
    types = {
        word.casefold() for word in re.findall(r"[A-Za-z]+", ast.unparse(field.annotation))
    }
    bare = name.replace("_", "").casefold()
    return bool({bare, f"{bare}id", bare.removesuffix("s")} & types)


def test_every_field_of_a_public_dataclass_has_a_line() -> None:
    report(
        [
            f"{module.place(field)} {node.name}.{ast.unparse(field.target)}"
            for module in EVERY
            for node in module.classes()
            if is_dataclass(node) and is_public(node.name)
            for field in undocumented_fields(node)
        ],
        "add a string below the field: unit, range, shape, what None means",
    )


def has_code(module: Module) -> bool:
    """Whether there is something to test: not a docstring and imports alone."""
    return any(
        not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr)
        and not (isinstance(node, ast.Assign) and "__all__" in ast.unparse(node))
        for node in module.tree.body
    )


def mirrors(module: Module) -> list[Path]:
    """Where its tests may be: its module, a folder of them, or those of its package.

    A package inside core, sources, publish, reports or cli may be tested as one.
    """
    inside = Path("tests", *module.name.split(".")[1:])
    package = [inside.parent] if len(inside.parts) > 3 else []
    return [
        inside.parent / f"test_{inside.name}.py",
        inside,
        *package,
        *(folder.parent / f"test_{folder.name}.py" for folder in package),
    ]


def test_every_module_has_its_tests() -> None:
    report(
        [
            f"{module.place(module.tree)}: no {mirrors(module)[0]}"
            for module in EVERY
            if has_code(module)
            and module.name not in TESTED_ELSEWHERE
            and not any(
                (ROOT / mirror).is_file() or any((ROOT / mirror).glob("test_*.py"))
                for mirror in mirrors(module)
            )
        ],
        "cvcgen/x/y.py is tested in tests/x/test_y.py or in the folder tests/x/y/;"
        " a package cvcgen/x/y/ may be tested as one in tests/x/test_y.py",
    )


def test_every_test_module_has_its_module() -> None:
    known = {mirror for module in EVERY for mirror in mirrors(module)}
    found = [path.relative_to(ROOT) for path in sorted((ROOT / "tests").rglob("test_*.py"))]
    report(
        [
            f"{path} tests no module"
            for path in found
            # test_output_killed.py is a second module of tests of output.
            if not {path, path.with_stem(path.stem.rpartition("_")[0])} & known
            and not (path.parent in known and path.parent.as_posix() not in PARTS)
            and path.as_posix() not in WHOLE_TESTS
            and not any(path.is_relative_to(folder) for folder in WHOLE_FOLDERS)
        ],
        "name it after what it tests, or say in WHOLE_TESTS what it is about",
    )


def test_no_module_has_a_name_that_says_nothing() -> None:
    unclear = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "info"}
    files = [*(ROOT / "tests").rglob("*.py"), *(module.path for module in EVERY)]
    report(
        [str(path.relative_to(ROOT)) for path in files if path.stem in unclear],
        "what has no name has no home yet",
    )


def files_of_the_repository() -> list[Path]:
    """Tracked files, and those that would be."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout to know which files belong to it")
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    names = [name for name in listed.decode("utf-8").split("\0") if name]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def test_no_file_holds_a_personal_path_or_names_a_package_index() -> None:
    # In pieces, so that this file does not hold them either.
    personal = [
        r"/wor" r"k/(main|shared)",
        r"/roo" r"t/",
        r"/hom" r"e/(?!me/|user/)[a-z]+/",
        r"/User" r"s/\w+/",
    ]
    index = [
        r"pythonhoste" r"d\.org",
        r"pyp" r"i\.org/simple",
        r"extra-inde" r"x-url",
        r"trusted-hos" r"t",
    ]
    forbidden = re.compile("|".join([*personal, *index]).encode())
    report(
        [
            f"{path.relative_to(ROOT)}: {found[0].decode()}"
            for path in files_of_the_repository()
            for found in forbidden.finditer(path.read_bytes())
        ],
        "these say where or with what somebody works",
    )
