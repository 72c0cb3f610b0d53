"""Who imports whom: cli → app → sources, publish and reports → core, and one owner per package.

Each rule is exhaustive: it walks the syntax tree of every module of cvcgen, and a module or a
package that no rule covers is a failure. The reasons are in docs/architecture.md.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.sourcecode import ROOT, Import, Module, imports, modules, report

LEAVES = {"phrases", "assets", "latenames"}
MAY_IMPORT = {
    "": set(),
    "core": {"core"},
    "assets": set(),
    "latenames": set(),
    "phrases": {"core"},
    "forking": set(),
    "renaming": set(),
    "wholefile": {"core", "renaming"},
    "workbookfile": set(),
    "spreadsheets": {"core", "phrases", "spreadsheets", "workbookfile"},
    "store": {"assets", "store", ""},
    "sources": {"core", "sources", "store", *LEAVES},
    "publish": {"core", "publish", "store", "workbookfile", "forking", "renaming", *LEAVES},
    "reports": {"core", "reports", *LEAVES, ""},
    "authoring": {"core", "authoring", "wholefile", *LEAVES},
    "app": {"core", "app", "sources", "publish", "reports", "store", "forking", *LEAVES, ""},
    "contributing": {
        "core",
        "app",
        "sources",
        "authoring",
        "contributing",
        "spreadsheets",
        "wholefile",
        "workbookfile",
        *LEAVES,
        "",
    },
    "serving": {"core", "app", "reports", "serving", *LEAVES},
    "cli": {
        *("core", "app", "contributing", "serving", "cli", "reports", "wholefile"),
        *LEAVES,
        "",
    },
    "__main__": {"cli"},
}
"""For each part of cvcgen the parts that it may import; «» is `cvcgen/__init__.py`."""

PURE = {
    *("bisect", "collections", "dataclasses", "decimal", "difflib", "enum", "errno"),
    *("fractions", "functools", "heapq", "itertools", "math", "operator", "re", "string"),
    *("textwrap", "types", "typing", "unicodedata"),
}
"""The standard library that core may use: no files, clock, chance, environment or processes."""
IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint"}

OWNERS = {
    "babel": "cvcgen.publish",
    "click": "cvcgen.cli",
    "jinja2": "cvcgen.publish.render",
    "jsonschema": "cvcgen.sources.schemas",
    "markdown": "cvcgen.publish.richmarkdown",
    "markupsafe": "cvcgen.publish",
    "nh3": "cvcgen.publish.richmarkdown",
    "referencing": "cvcgen.sources.schemas",
    "ruamel": "cvcgen.authoring.canonical",
    "uvicorn": "cvcgen.serving",
    "watchfiles": "cvcgen.serving.watching",
    "xlsxwriter": "cvcgen.workbookfile",
    "yaml": "cvcgen.sources.yamltext",
    # Of the standard library, what reaches outside.
    "sqlite3": "cvcgen.store.database",
    "subprocess": "cvcgen.sources.git",
}
"""The one module or package that may import each outside thing."""

EVERY = modules()
EVERY_IMPORT = [(module, found) for module in EVERY for found in imports(module)]


def ours(name: str) -> bool:
    return name == "cvcgen" or name.startswith("cvcgen.")


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def part_of(target: str) -> str:
    return target.partition(".")[2].partition(".")[0]


def imports_of(part: str) -> Iterator[tuple[Module, Import]]:
    return ((module, found) for module, found in EVERY_IMPORT if module.part == part)


def test_every_module_belongs_to_a_part_with_a_rule() -> None:
    report(
        [module.name for module in EVERY if module.part not in MAY_IMPORT],
        "say in MAY_IMPORT what these may import",
    )


def test_imports_go_from_cli_to_app_to_sources_publish_and_reports_to_core() -> None:
    report(
        [
            f"{found.place} imports {found.target}"
            for module, found in EVERY_IMPORT
            if ours(found.target)
            and part_of(found.target) not in MAY_IMPORT.get(module.part, set())
        ],
        "these imports are against MAY_IMPORT",
    )


def test_the_page_says_what_each_part_may_import_and_who_owns_what() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| `cvcgen/(\w+)(?:\.py)?` \|.*\| (.*) \|$", page, re.MULTILINE)
    told = {part: set(re.findall(r"\w+", cell)) & MAY_IMPORT.keys() for part, cell in rows}
    hidden = {"", "__main__"}
    assert told == {
        part: parts - {part} - LEAVES - hidden
        for part, parts in MAY_IMPORT.items()
        if part not in hidden
    }
    owners = page.partition("has one owner: ")[2].partition("\n\n")[0]
    assert [thing for thing in OWNERS if thing not in owners] == []


def test_phrases_knows_of_core_only_what_a_message_is() -> None:
    inside = {found.target for _, found in imports_of("phrases") if ours(found.target)}
    assert inside <= {"cvcgen.core.diagnostics"}


def test_imports_are_absolute_and_exist() -> None:
    known = {module.name for module in EVERY}
    report(
        [
            f"{found.place} imports {found.target}"
            for _, found in EVERY_IMPORT
            if found.target.startswith(".")
            or (ours(found.target) and found.target not in known)
        ],
        "write imports from `cvcgen` on, of modules that exist",
    )


def test_no_module_imports_itself_round_about() -> None:
    graph: dict[str, set[str]] = {module.name: set() for module in EVERY}
    for module, found in EVERY_IMPORT:
        if ours(found.target) and found.at_load:
            graph[module.name].add(found.target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail("a circle of imports: " + " ← ".join(error.args[1]))


def test_core_uses_only_pure_modules_of_the_standard_library() -> None:
    report(
        [
            f"{found.place} imports {found.target}"
            for _, found in imports_of("core")
            if not ours(found.target) and found.target.partition(".")[0] not in PURE
        ],
        "core computes; what it may use for that is in PURE",
    )


def test_core_calls_nothing_that_touches_the_world() -> None:
    report(
        [
            f"{module.place(node)} calls {node.func.id}()"
            for module in EVERY
            if module.part == "core"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in IMPURE_CALLS
        ],
        "core reads, writes and runs nothing",
    )


def test_every_outside_thing_has_one_owner() -> None:
    owned = [
        (module, found, owner)
        for module, found in EVERY_IMPORT
        for thing, owner in OWNERS.items()
        if within(found.target, thing)
    ]
    assert {thing for thing in OWNERS if "." not in thing} & sys.stdlib_module_names == {
        "sqlite3",
        "subprocess",
    }
    report(
        [
            f"{found.place} imports {found.target}, which is for {owner}"
            for module, found, owner in owned
            if not within(module.name, owner)
        ],
        "these imports are against OWNERS",
    )


def test_every_package_from_outside_is_in_the_table_of_owners() -> None:
    report(
        [
            f"{found.place} imports {found.target}"
            for _, found in EVERY_IMPORT
            if not ours(found.target)
            and found.target.partition(".")[0] not in sys.stdlib_module_names
            and found.target.partition(".")[0] not in OWNERS
        ],
        "say in OWNERS who may import these",
    )


def test_imports_by_name_are_those_of_commands_and_late_names_alone() -> None:
    """What no syntax tree shows: `import_module` finds the command that was asked for.

    For names that load late the syntax tree shows it too, since types need the same imports.
    """
    assert [
        (module.name, ast.unparse(node))
        for module in EVERY
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2] in {"import_module", "__import__"}
    ] == [
        (name, ast.unparse(ast.parse(call)))  # Python 3.12 quotes otherwise than 3.11
        for name, call in (
            (
                "cvcgen.cli.group",
                """import_module(f"cvcgen.cli.{cmd_name}{'_' * iskeyword(cmd_name)}")""",
            ),
            ("cvcgen.latenames", "import_module(home)"),
        )
    ]


def run_python(program: str) -> str:
    command = [
        sys.executable,
        "-B",
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{program}",
    ]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def import_all(part: str) -> str:
    names = [module.name for module in EVERY if within(module.name, part)]
    return "".join(f"import {name}\n" for name in names if name != "cvcgen.__main__")


def test_importing_all_of_core_loads_no_outside_package() -> None:
    shown = run_python(import_all("cvcgen.core") + "print(*sys.modules)")
    outside = {name.partition(".")[0] for name in OWNERS} & set(shown.split())
    assert outside == set()


def test_checking_a_site_loads_nothing_that_renders_one() -> None:
    """`cvcgen check` runs on every commit: it shall not wait for what it does not need."""
    shown = run_python(
        "from pathlib import Path; from cvcgen.app import evaluate_site\n"
        "evaluate_site(Path()); print(*sys.modules)"
    )
    renderers = {name for name, owner in OWNERS.items() if within(owner, "cvcgen.publish")}
    assert renderers & set(shown.split()) == set()


def test_importing_any_module_reads_and_writes_no_file_and_starts_nothing() -> None:
    """Files of code apart: an audit hook sees whatever else is opened, run or connected."""
    outside = {found.target for _, found in EVERY_IMPORT if not ours(found.target)}
    unloadable = {"msvcrt", "winreg", "fcntl"}
    first = "".join(f"import {name}\n" for name in sorted(outside) if name not in unloadable)
    watch = (
        "seen = []\n"
        "watched = ('open', 'os.', 'shutil.', 'subprocess.', 'socket.', 'tempfile.')\n"
        "def hook(event, args):\n"
        "    code = event == 'open' and str(args[0]).endswith(('.py', '.pyc', '.so', '.pyd'))\n"
        "    if event.startswith(watched) and not code and event not in ('os.listdir',):\n"
        "        seen.append(f'{event} {args}')\n"
        "sys.addaudithook(hook)\n"
    )
    shown = run_python(first + watch + import_all("cvcgen") + "print(*seen, sep='\\n')")
    assert shown.strip() == ""
