"""What one build keeps for the next, in the user's cache and nowhere else."""

import os
import shutil
from pathlib import Path

import pytest

from cvcgen.app import Way, build, building, lastbuild
from tests.building import BASE
from tests.sources.git.histories import History


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built once."""
    monkeypatch.setattr("cvcgen.publish.output.swap._sync_file_system", lambda folder: True)
    monkeypatch.setenv("CVCGEN_CACHE", str(tmp_path / "cache"))
    shutil.copytree(BASE, tmp_path / "content")
    build(tmp_path / "content")
    return tmp_path / "content"


def lies(folder: Path) -> dict[str, tuple[int, int]]:
    """What would change if anything in the folder were touched."""
    return {
        str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns)
        for path in [folder.parent, folder, *folder.rglob("*")]
    }


def test_with_nothing_changed_nothing_is_read_again_and_nothing_touched(site: Path) -> None:
    before = lies(site / "site")
    again = build(site)
    assert again.evaluated is None
    assert again.written is not None
    assert (again.written.written, again.written.removed) == (0, 0)
    assert again.written.unchanged == len(list((site / "site").rglob("*.*"))) - 1
    assert lies(site / "site") == before


def test_warnings_are_told_again(site: Path) -> None:
    value = site / "content/values/rapidite.yaml"
    value.write_text("name: {fr: Rapidité}\n", "utf-8")
    first, again = build(site), build(site)
    assert again.evaluated is None
    assert again.faults.warnings > 0
    assert (again.faults, again.files_read) == (first.faults, first.files_read)


@pytest.mark.parametrize("gone", ["index.html", ".cvcgen-manifest.json"])
def test_what_was_taken_out_of_the_site_is_put_back(site: Path, gone: str) -> None:
    whole = (site / "site" / gone).read_bytes()
    (site / "site" / gone).unlink()
    if gone == "index.html":
        build(site)
    else:  # a site without its manifest is nobody's to write
        with pytest.raises(Exception, match="cvcgen did not make it"):
            build(site)
        (site / "site" / gone).write_bytes(whole)
        build(site)
    assert (site / "site" / gone).read_bytes() == whole


def test_an_asset_where_a_link_of_the_templates_leads_is_seen_to_change(site: Path) -> None:
    shared = site.parent / "shared"
    shared.mkdir()
    (site / "templates").mkdir()
    (site / "templates/assets").symlink_to(shared)
    for text in ("p {}", "b {}"):
        (shared / "cvcgen.css").write_text(text, "utf-8")
        build(site)
        assert (site / "site/assets/cvcgen.css").read_text("utf-8") == text


def test_a_template_saved_while_a_site_is_made_does_not_pass_for_the_former_one(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = site / "templates/404.html.jinja"
    page.parent.mkdir()
    page.write_text("first", "utf-8")

    def save(*told: object) -> object:
        page.write_text("second", "utf-8")
        return lastbuild.find_former(*told)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(building, "find_former", save)  # asked once all was compared
        build(site)
    page.write_text("first", "utf-8")
    build(site)
    assert (site / "site/404.html").read_text("utf-8") == "first"


def test_a_change_of_the_same_length_at_the_same_time_is_seen_by_its_number(site: Path) -> None:
    page = site / "site/fr/index.html"
    whole, before = page.read_bytes(), page.stat()
    forged = page.with_name("forged")
    forged.write_bytes(whole.swapcase())
    forged.replace(page)
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (page.stat().st_size, page.stat().st_mtime_ns) == (len(whole), before.st_mtime_ns)
    build(site)
    assert page.read_bytes() == whole


def test_where_times_are_of_whole_seconds_files_are_told_by_what_they_hold(site: Path) -> None:
    """As some file systems count, and as archives keep them."""
    page = site / "site/fr/index.html"
    whole = page.read_bytes()
    for path in (site / "site").rglob("*"):
        os.utime(path, (5, 5))
    assert build(site).written is not None
    for content in (whole, whole.swapcase(), whole):
        page.write_bytes(content)
        os.utime(page, (5, 5))
        again = build(site)
        assert page.read_bytes() == whole
        assert again.written is not None
        assert again.written.written == (content != whole)


def test_the_record_lies_in_the_cache_alone(site: Path) -> None:
    kept = sorted(path.name for path in (site.parent / "cache").iterdir())
    assert kept == ["builds.sqlite", "sources.sqlite"]
    assert sorted(path.name for path in site.parent.iterdir()) == ["cache", "content"]


def test_a_site_elsewhere_is_another_site(site: Path, tmp_path: Path) -> None:
    elsewhere = build(site, tmp_path / "elsewhere", way=Way(1))
    assert elsewhere.written is not None
    assert elsewhere.written.unchanged == 0


def test_folders_of_any_name_are_each_at_rest(site: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "a at rest"]
    for folder in folders:
        build(site, folder)
    assert [build(site, folder).evaluated for folder in folders] == [None, None]


def test_after_a_preview_the_site_is_whole_again(site: Path) -> None:
    history = History(site)
    (site / ".gitignore").write_text("site\n")
    history.git("init", "--quiet", "--initial-branch=main")
    history.git("add", ".")
    history.git("commit", "--quiet", "-m", "base")
    build(site)
    pages = {path: path.read_bytes() for path in (site / "site").rglob("*.html")}
    rating = site / "content/projects/guichet.yaml"
    text = rating.read_text("utf-8")
    rating.write_text(text.replace("securite: 3", "securite: 5"), "utf-8")
    build(site, base="main")
    rating.write_text(text, "utf-8")
    build(site)
    assert {path: path.read_bytes() for path in (site / "site").rglob("*.html")} == pages
