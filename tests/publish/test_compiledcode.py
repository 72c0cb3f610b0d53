"""Compiled templates are kept as Python keeps compiled modules."""

import sys
from pathlib import Path

import pytest

from cvcgen.assets import templates_dir
from cvcgen.phrases import load_phrases
from cvcgen.publish.compiledcode import CodeFolder, open_code_folder
from cvcgen.publish.owntemplates import read_own_templates
from cvcgen.publish.render import make_renderers


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache"


def test_what_is_written_can_be_read_by_the_same_compiler_alone(tmp_path: Path) -> None:
    CodeFolder(tmp_path, "one").write("page", b"code")
    assert CodeFolder(tmp_path, "one").read("page") == b"code"
    assert CodeFolder(tmp_path, "two").read("page") is None
    assert CodeFolder(tmp_path, "one").read("other") is None
    assert len(list(tmp_path.iterdir())) == 1


def test_other_options_and_other_versions_are_other_compilers() -> None:
    first, second = open_code_folder("3.1 {}"), open_code_folder("3.2 {}")
    assert first
    assert second
    assert first.folder == second.folder
    assert first.compiler != second.compiler


def test_nothing_is_written_where_python_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    CodeFolder(tmp_path, "one").write("page", b"code")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    folder = CodeFolder(tmp_path / "file", "one")
    folder.write("page", b"code")
    assert folder.read("page") is None


def test_no_cache_tag_means_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert open_code_folder("any") is None


def test_a_changed_template_is_compiled_anew_and_a_torn_file_does_no_harm(
    tmp_path: Path, own_cache: Path
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    assert [_render(templates, text) for text in ("a", "b")] == [b"a", b"b"]
    for kept in own_cache.rglob("*.template"):
        kept.write_bytes(kept.read_bytes()[:20])
    assert _render(templates, "b") == b"b"


def test_templates_of_a_site_are_never_kept(tmp_path: Path, own_cache: Path) -> None:
    phrases = [load_phrases("en")]
    [renderer] = make_renderers(templates_dir(), read_own_templates(tmp_path), phrases)
    renderer.environment.get_template("policy.html.jinja")
    assert list(own_cache.rglob("*.template")) == []
    [renderer] = make_renderers(templates_dir(), None, phrases)
    renderer.environment.get_template("policy.html.jinja")
    assert len(list(own_cache.rglob("*.template"))) == 1


def _render(templates: Path, text: str) -> bytes:
    (templates / "page.jinja").write_text(text, encoding="utf-8")
    [renderer] = make_renderers(templates, None, [load_phrases("en")])
    return renderer.render("page.jinja", None)
