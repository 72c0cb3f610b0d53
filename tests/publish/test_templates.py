"""Templates use only documented fields of views, and every view documents its fields."""

import ast
from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2 import nodes

from cvcgen.assets import templates_dir
from cvcgen.publish import views, voice

VIEWS = sorted(Path(views.__path__[0]).glob("*.py"))
SHOWN = [*VIEWS, Path(voice.__file__)]
OF_JINJA = {"first", "last", "index0"}
NOT_SHOWN = {
    *("LanguageContext", "FolderContext", "PageContext", "SiteIndex", "Asset", "Voice"),
    *("RowScale", "Grade", "KnownRating", "KnownRatings"),
}
"""What views are built from; templates never see them."""


def dataclasses() -> Iterator[tuple[str, ast.ClassDef]]:
    for path in SHOWN:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.ClassDef) or node.name in NOT_SHOWN:
                continue
            if not node.name.startswith("_"):  # what a module keeps to itself is not shown
                yield f"{path.name}:{node.name}", node


def fields(node: ast.ClassDef) -> Iterator[tuple[str, bool]]:
    """Each field with whether a docstring follows it."""
    following = [*node.body[1:], None]
    for statement, after in zip(node.body, following, strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, isinstance(after, ast.Expr)


def used_names() -> Iterator[tuple[str, str]]:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in sorted(templates_dir().glob("*.jinja")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        imported = {node.target for node in tree.find_all(nodes.Import)}
        for node in tree.find_all(nodes.Getattr):
            is_macro = isinstance(node.node, nodes.Name) and node.node.name in imported
            if not is_macro and node.attr not in OF_JINJA:
                yield path.name, node.attr


def test_every_field_of_a_view_is_documented() -> None:
    bare = [(name, f) for name, node in dataclasses() for f, said in fields(node) if not said]
    assert bare == []


def test_templates_use_only_fields_of_views() -> None:
    known = {field for _, node in dataclasses() for field, _ in fields(node)}
    assert sorted({use for use in used_names() if use[1] not in known}) == []


def test_no_field_of_a_view_goes_unused() -> None:
    used = {attr for _, attr in used_names()}
    known = {(name, field) for name, node in dataclasses() for field, _ in fields(node)}
    assert sorted({(name, field) for name, field in known if field not in used}) == []


def test_every_template_ends_in_the_suffix_that_is_escaped() -> None:
    odd = [p.name for p in templates_dir().glob("*") if p.is_file() and p.suffix != ".jinja"]
    assert odd == []
