"""A site's own templates as a value: whatever a page can be made by, and nothing twice."""

from pathlib import Path

import pytest

from cvcgen.assets import templates_dir
from cvcgen.phrases import load_phrases
from cvcgen.publish.owntemplates import read_own_templates
from cvcgen.publish.pages import read_assets
from cvcgen.publish.render import Renderer, make_renderers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates"
    (made / "assets").mkdir(parents=True)
    (made / "assets/cvcgen.css").write_text("p {}")
    (made / "404.html.jinja").write_text("own")
    return made


def renderer(folder: Path) -> Renderer:
    [made] = make_renderers(templates_dir(), read_own_templates(folder), [load_phrases("en")])
    return made


def test_all_files_are_there_by_path(folder: Path) -> None:
    assert read_own_templates(folder).files == {
        "404.html.jinja": b"own",
        "assets/cvcgen.css": b"p {}",
    }


def test_files_are_found_where_links_lead(folder: Path, tmp_path: Path) -> None:
    shared = (folder / "assets").rename(tmp_path / "shared")
    (folder / "assets").symlink_to(shared)
    (folder / "again.css").symlink_to(shared / "cvcgen.css")
    found = read_own_templates(folder)
    assert list(found.files) == ["404.html.jinja", "again.css", "assets/cvcgen.css"]
    assert "p {}" in {asset.content.decode() for asset in read_assets(templates_dir(), found)}


def test_links_that_lead_nowhere_or_back_hold_nothing(folder: Path) -> None:
    before = read_own_templates(folder)
    (folder / ".#404.html.jinja").symlink_to("somebody@some.machine:4242")
    (folder / "assets/above").symlink_to(folder)
    (folder / "here").symlink_to(".")
    assert read_own_templates(folder) == before


def test_what_vanishes_before_it_is_read_was_never_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def vanish(path: Path) -> bytes:
        if path.name == "404.html.jinja":
            path.unlink()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", vanish)
    assert list(read_own_templates(folder).files) == ["assets/cvcgen.css"]


def test_what_is_saved_after_reading_is_not_used(folder: Path) -> None:
    made = renderer(folder)
    (folder / "404.html.jinja").write_text("saved")
    assert made.render("404.html.jinja", None) == b"own"


def test_a_template_is_found_by_whatever_way_leads_to_it(folder: Path) -> None:
    (folder / "parts").mkdir()
    (folder / "parts/a.jinja").write_text("part")
    (folder / "404.html.jinja").write_text('{% include "./parts//a.jinja" %}')
    assert renderer(folder).render("404.html.jinja", None) == b"part"


def test_a_fault_in_a_template_tells_its_file(folder: Path) -> None:
    (folder / "404.html.jinja").write_text("{% nonsense %}")
    with pytest.raises(Exception, match="nonsense") as caught:
        renderer(folder).render("404.html.jinja", None)
    assert getattr(caught.value, "filename", None) == str(folder / "404.html.jinja")
