"""Whether a site lies as a build left it, told at a glance."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cvcgen.publish.artifacts import Seal
from cvcgen.publish.output import describe_rest, lies_as, seal_of
from cvcgen.publish.output.beside import find_work_folders, has_leftovers, lock_path

FILES = ("a.html", "é/b.html")


def seals(folder: Path) -> dict[str, Seal]:
    """How the files lie, as the slow way tells it."""
    found = {name: seal_of(f"{folder}/{name}") for name in FILES}
    return {name: seal for name, seal in found.items() if seal is not None}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in FILES:
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name)
    return tmp_path / "site"


def replace(page: Path) -> None:
    """The same bytes at the same time, in another file."""
    before = page.stat()
    page.with_name("new").write_bytes(page.read_bytes())
    page.with_name("new").replace(page)
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def shorten(page: Path) -> None:
    """Another size at the same time."""
    before = page.stat()
    page.write_bytes(page.read_bytes()[1:])
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def link(page: Path) -> None:
    page.rename(page.with_name("elsewhere"))
    page.symlink_to("elsewhere")


MEDDLING: tuple[Callable[[Path], object], ...] = (
    replace,
    shorten,
    link,
    lambda page: os.utime(page, ns=(0, page.stat().st_mtime_ns + 1)),
    lambda page: page.unlink(),
)


def test_a_time_of_whole_seconds_tells_too_little(site: Path) -> None:
    os.utime(site / FILES[0], ns=(0, 7_000_000_001))
    assert lies_as(site, describe_rest(seals(site)))
    os.utime(site / FILES[0], ns=(0, 7_000_000_000))
    assert not lies_as(site, describe_rest(seals(site)))


def test_untouched_it_lies_as_it_was_left(site: Path) -> None:
    assert lies_as(site, describe_rest(seals(site)))


def test_strangers_do_not_count(site: Path) -> None:
    described = describe_rest(seals(site))
    (site / "CNAME").write_text("example.org")
    assert lies_as(site, described)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("meddle", MEDDLING)
def test_any_change_of_any_file_is_seen_as_the_slow_way_sees_it(
    site: Path, name: str, meddle: Callable[[Path], object]
) -> None:
    before = seals(site)
    meddle(site / name)
    assert seals(site) != before
    assert not lies_as(site, describe_rest(before))


def test_another_folder_under_a_link_is_none(site: Path) -> None:
    described = describe_rest(seals(site))
    site.rename(site.with_name("moved"))
    site.symlink_to("moved")
    assert not lies_as(site, described)


@pytest.mark.parametrize("described", ["", "\n\n", "a.html", "a.html\n\n1 2 3", "x\0y\n\n"])
def test_what_describes_no_such_files_is_never_so(site: Path, described: str) -> None:
    assert not lies_as(site, described)


def test_beside_a_build_it_does_not_rest(site: Path) -> None:
    described = describe_rest(seals(site))
    lock_path(site).touch()
    assert not lies_as(site, described)
    lock_path(site).unlink()
    (site.parent / ".site.cvcgen-new-abcd_123").mkdir()
    assert not lies_as(site, described)


def test_work_folders_are_known_by_their_names(site: Path) -> None:
    beside = site.parent
    (beside / ".site.cvcgen-new-abcd_123").mkdir()
    (beside / ".other.cvcgen-new-abcd_123").mkdir()
    (beside / ".site.cvcgen-new-long_name").mkdir()
    (beside / ".site.cvcgen-new-file_123").touch()
    (beside / ".site.cvcgen-new-link_123").symlink_to(site)
    assert find_work_folders(site) == (beside / ".site.cvcgen-new-abcd_123",)
    assert has_leftovers(site)
    assert find_work_folders(beside / "none" / "site") == ()
