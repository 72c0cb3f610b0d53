"""Writing a site touches its own files, all at once, and nothing else."""

import errno
import fcntl
import hashlib
import json
import os
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from cvcgen.core.diagnostics import message
from cvcgen.publish.artifacts import Artifact, Kept
from cvcgen.publish.output import (
    OutputError,
    Problem,
    Written,
    seal_of,
    staging,
    swap,
    write_site,
    writer,
)
from cvcgen.publish.output.beside import lock_path
from cvcgen.publish.output.lock import hold_lock
from cvcgen.publish.output.manifest import MANIFEST, read_regular
from cvcgen.publish.output.problems import explain


def artifacts(**files: str) -> list[Artifact]:
    """`artifacts(fr__a="x")` is the file `fr/a.html` that says x."""
    return [
        Artifact(PurePosixPath(name.replace("__", "/") + ".html"), text.encode())
        for name, text in files.items()
    ]


def at(path: str, text: str = "x") -> Artifact:
    return Artifact(PurePosixPath(path), text.encode())


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def states(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What would change if anything at all were touched, the folder's parent included."""
    return {
        str(path): (status.st_ino, status.st_mtime_ns, status.st_ctime_ns)
        for path in [folder.parent, folder, *folder.rglob("*")]
        for status in [path.lstat()]
    }


def refusal(site: Path, *files: Artifact) -> OutputError:
    with pytest.raises(OutputError) as caught:
        write_site(files or artifacts(a="1"), site)
    return caught.value


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(autouse=True)
def disk_at_rest(monkeypatch) -> None:
    """No test waits for what else is being written on this machine."""
    monkeypatch.setattr(swap, "_sync_file_system", lambda folder: True)


# What is written


def test_a_new_folder_holds_exactly_the_artifacts_and_the_manifest(site: Path) -> None:
    assert write_site(artifacts(index="home", fr__a="1"), site) == Written(2, 0, 0)

    assert contents(site) == {"index.html": "home", "fr/a.html": "1"}
    digests = {"fr/a.html": "1", "index.html": "home"}
    assert json.loads((site / MANIFEST).read_text()) == {
        "schema_version": "1.0",
        "files": {p: hashlib.sha256(text.encode()).hexdigest() for p, text in digests.items()},
    }
    assert list(json.loads((site / MANIFEST).read_text())["files"]) == sorted(digests)


def test_nothing_lies_beside_the_folder_afterwards(site: Path) -> None:
    write_site(artifacts(a="1"), site)
    write_site(artifacts(a="2"), site)
    assert list(site.parent.iterdir()) == [site]


def test_missing_parents_are_made(tmp_path: Path) -> None:
    write_site(artifacts(a="1"), tmp_path / "out/of/nowhere")
    assert contents(tmp_path / "out/of/nowhere") == {"a.html": "1"}


def test_the_counts_tell_written_unchanged_and_removed(site: Path) -> None:
    write_site(artifacts(same="1", changed="1", gone="1", fr__gone="1"), site)
    new = artifacts(same="1", changed="2", come="1")
    assert write_site(new, site) == Written(written=2, unchanged=1, removed=2)
    assert contents(site) == {"same.html": "1", "changed.html": "2", "come.html": "1"}
    assert not (site / "fr").exists()


def no_link(*args, **kwargs):
    raise OSError(errno.EPERM, "no links here")


def test_an_unchanged_file_is_the_very_same_file(site: Path) -> None:
    write_site(artifacts(same="1", other="1"), site)
    before = (site / "same.html").stat()
    write_site(artifacts(same="1", other="2"), site)
    after = (site / "same.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_nlink == 1


def test_a_copy_keeps_the_time_where_there_are_no_hard_links(site: Path, monkeypatch) -> None:
    monkeypatch.setattr(os, "link", no_link)
    write_site(artifacts(same="1", other="1"), site)
    (site / "CNAME").write_text("mine")
    (site / "to").symlink_to("CNAME")
    before = (site / "same.html").stat().st_mtime_ns
    write_site(artifacts(same="1", other="2"), site)
    assert (site / "same.html").stat().st_mtime_ns == before
    assert (site / "CNAME").read_text() == "mine"
    assert (site / "to").readlink() == Path("CNAME")
    assert list(site.parent.iterdir()) == [site]


def test_where_nothing_changed_nothing_at_all_is_touched(site: Path) -> None:
    write_site(artifacts(a="1", fr__b="1"), site)
    (site / "mine.txt").write_text("mine")
    before = states(site)
    assert write_site(artifacts(fr__b="1", a="1"), site) == Written(0, 2, 0)
    assert states(site) == before


def test_a_file_that_was_altered_or_removed_is_restored(site: Path) -> None:
    write_site(artifacts(a="1", b="1"), site)
    (site / "a.html").write_text("2")
    (site / "b.html").unlink()
    assert write_site(artifacts(a="1", b="1"), site) == Written(2, 0, 0)
    assert contents(site) == {"a.html": "1", "b.html": "1"}


def test_no_artifacts_leave_only_the_manifest(site: Path) -> None:
    write_site(artifacts(a="1"), site)
    assert write_site([], site) == Written(0, 0, 1)
    assert [path.name for path in site.iterdir()] == [MANIFEST]


def test_the_same_artifacts_in_another_order_make_the_same_manifest(tmp_path: Path) -> None:
    files = artifacts(b="1", a="2", fr__c="3")
    write_site(files, tmp_path / "one")
    write_site(reversed(files), tmp_path / "two")
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (
        tmp_path / "two" / MANIFEST
    ).read_bytes()


def test_a_file_may_become_a_folder_and_a_folder_a_file(site: Path) -> None:
    write_site([at("a", "file"), at("b/c", "inside")], site)
    write_site([at("a/c", "inside"), at("b", "file")], site)
    assert contents(site) == {"a/c": "inside", "b": "file"}


def test_everything_is_made_before_the_disk_is_touched(site: Path) -> None:
    def failing() -> Iterator[Artifact]:
        yield at("a.html")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_site(failing(), site)
    assert list(site.parent.iterdir()) == []


# Strangers' files


def test_a_folder_with_only_a_gitignore_is_taken_and_the_gitignore_kept(site: Path) -> None:
    site.mkdir()
    (site / ".gitignore").write_text("*\n")
    before = (site / ".gitignore").stat()
    write_site(artifacts(a="1"), site)
    write_site(artifacts(a="2"), site)
    after = (site / ".gitignore").stat()
    assert (site / ".gitignore").read_text() == "*\n"
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_strangers_files_links_and_folders_are_kept_as_they_are(site: Path) -> None:
    write_site(artifacts(a="1", fr__b="1"), site)
    (site / "CNAME").write_text("example.org")
    (site / "fr/mine.txt").write_text("mine")
    (site / "fr/empty").mkdir(mode=0o711)
    (site / "link").symlink_to("/etc/passwd")
    (site / "loop").symlink_to(".")
    os.mkfifo(site / "pipe")
    before = {p: p.lstat().st_ino for p in site.rglob("*") if not p.is_dir() or p.is_symlink()}

    write_site(artifacts(a="2"), site)

    for path, number in before.items():
        if path.name not in {"a.html", "b.html", MANIFEST}:
            assert path.lstat().st_ino == number
    assert stat.S_IMODE((site / "fr/empty").stat().st_mode) == 0o711
    assert not (site / "fr/b.html").exists()


@pytest.mark.parametrize(
    ("stranger", "artifact", "named"),
    [
        ("mine.html", "mine.html", "mine.html"),
        ("fr", "fr/a.html", "fr"),
        ("fr/notes.txt", "fr", "fr"),
        ("fr/deep/", "fr/deep", "fr/deep"),
    ],
)
def test_an_artifact_never_takes_a_strangers_place(
    site: Path, stranger: str, artifact: str, named: str
) -> None:
    write_site(artifacts(a="1"), site)
    (site / stranger).parent.mkdir(exist_ok=True)
    if stranger.endswith("/"):
        (site / stranger).mkdir()
    else:
        (site / stranger).write_text("mine")
    before = states(site)
    error = refusal(site, at(artifact))
    assert (error.problem, error.path) == (Problem.STRANGER, site / named)
    assert str(error) == (
        f"«{site / named}» is in the way and cvcgen did not write it; move it out of the"
        " site's folder"
    )
    assert {p: s for p, s in states(site).items() if p != str(site.parent)} == {
        p: s for p, s in before.items() if p != str(site.parent)
    }


def test_a_link_in_the_place_of_our_file_is_a_strangers(site: Path, tmp_path: Path) -> None:
    write_site(artifacts(a="1"), site)
    (tmp_path / "precious").write_text("1")
    (site / "a.html").unlink()
    (site / "a.html").symlink_to(tmp_path / "precious")
    assert refusal(site, at("a.html", "2")).problem is Problem.STRANGER
    assert (tmp_path / "precious").read_text() == "1"


def test_a_link_in_the_place_of_our_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    write_site([at("fr/a.html")], site)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.html").write_text("precious")
    (site / "fr/a.html").unlink()
    (site / "fr").rmdir()
    (site / "fr").symlink_to(tmp_path / "elsewhere")
    write_site([at("b.html")], site)
    assert (tmp_path / "elsewhere/a.html").read_text() == "precious"
    assert (site / "fr").is_symlink()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_strangers_file_that_comes_during_the_build_is_in_the_new_site(
    site: Path, monkeypatch, replaced: bool
) -> None:
    write_site(artifacts(a="1"), site)
    if replaced:
        (site / "report.txt").write_text("early")

    def late(new: Path, target: Path, aside: Path) -> None:
        (site / "late.tmp").write_text("late")
        (site / "late.tmp").rename(site / "report.txt")
        swap.put_in_place(new, target, aside)

    monkeypatch.setattr(writer, "put_in_place", late)
    write_site(artifacts(a="2"), site)
    assert contents(site) == {"a.html": "2", "report.txt": "late"}
    assert list(site.parent.iterdir()) == [site]


# The manifest is not to be trusted


@pytest.mark.parametrize(
    "name",
    ["../precious", "/tmp/precious", "fr/../../precious", "", "..", "a\0b", "C:\\x", "\ud800"],
)
def test_a_hostile_manifest_removes_nothing(site: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "precious").write_text("precious")
    write_site(artifacts(a="1"), site)
    digest = hashlib.sha256(b"precious").hexdigest()
    (site / MANIFEST).write_text(json.dumps({"files": {name: digest, "a.html": digest}}))
    error = refusal(site, at("b.html"))
    assert error.problem is Problem.MANIFEST
    assert (tmp_path / "precious").read_text() == "precious"
    assert (site / "a.html").read_text() == "1"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no list of files"),
        ('{"files": ["a.html"]}', "no list of files"),
        ('{"files": {"a.html": 1}}', "«a.html»"),
    ],
)
def test_a_damaged_manifest_is_told_with_what_to_do(site: Path, text: str, reason: str) -> None:
    write_site(artifacts(a="1"), site)
    (site / MANIFEST).write_text(text)
    assert str(refusal(site)) == (
        f"«{site / MANIFEST}» is not as cvcgen writes it ({reason}), so nobody can tell which"
        " files may be replaced; delete the site's folder yourself and build again"
    )


def test_a_manifest_that_is_a_link_or_a_pipe_is_refused(site: Path) -> None:
    write_site(artifacts(a="1"), site)
    (site / MANIFEST).rename(site.parent / "elsewhere")
    (site / MANIFEST).symlink_to(site.parent / "elsewhere")
    assert refusal(site, at("b.html")).reason == message("not a plain file")
    (site / MANIFEST).unlink()
    os.mkfifo(site / MANIFEST)
    assert refusal(site, at("b.html")).reason == message("not a plain file")


def test_a_file_that_only_the_manifest_claims_is_removed_inside_the_folder_only(
    site: Path,
) -> None:
    (site.parent / "a.html").write_text("outside")
    write_site(artifacts(a="1"), site)
    write_site(artifacts(b="1"), site)
    assert contents(site) == {"b.html": "1"}
    assert (site.parent / "a.html").read_text() == "outside"


# Folders that are refused


def test_a_folder_that_cvcgen_did_not_make_is_refused(site: Path) -> None:
    site.mkdir()
    (site / "thesis.doc").write_text("precious")
    before = states(site)
    error = refusal(site)
    assert (error.problem, error.path) == (Problem.NOT_OURS, site)
    assert str(error) == (
        f"«{site}» is not empty and cvcgen did not make it; name another folder, or empty this"
        " one yourself"
    )
    assert {p: s for p, s in states(site).items() if p != str(site.parent)} == {
        p: s for p, s in before.items() if p != str(site.parent)
    }


def test_a_link_is_refused_as_the_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    site.symlink_to(tmp_path / "real")
    assert str(refusal(site)) == f"«{site}» is a link; name the folder that it leads to"


@pytest.mark.parametrize(
    ("inside", "problem"), [("", Problem.LINK), ("site", Problem.NOT_A_FOLDER)]
)
def test_a_link_that_goes_in_circles_is_refused(
    tmp_path: Path, inside: str, problem: Problem
) -> None:
    (tmp_path / "round").symlink_to("round")
    refused = refusal(tmp_path / "round" / inside)
    assert (refused.problem, refused.path) == (problem, tmp_path / "round")
    assert [path.name for path in tmp_path.iterdir()] == ["round"]


def test_a_link_above_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    write_site(artifacts(a="1"), tmp_path / "link/site")
    assert contents(tmp_path / "real/site") == {"a.html": "1"}


def test_a_file_is_refused_as_the_folder(site: Path) -> None:
    site.write_text("precious")
    assert str(refusal(site)) == f"«{site}» is not a folder; name another one, or move it away"
    assert site.read_text() == "precious"


def test_a_file_above_the_folder_is_refused(site: Path) -> None:
    site.write_text("precious")
    error = refusal(site / "inside")
    assert (error.problem, error.path) == (Problem.NOT_A_FOLDER, site)
    error = refusal(site / "deep/inside")
    assert (error.problem, error.reason) == (Problem.FAILED, message("Not a directory"))


def test_the_root_of_a_file_system_is_refused() -> None:
    assert str(refusal(Path("/proc"))) == (
        "«/proc» is a file system of its own and cannot be replaced at once; name a folder"
        " inside it"
    )
    assert refusal(Path("/")).problem is Problem.MOUNT


# Paths that are refused


@pytest.mark.parametrize(
    "path",
    [
        "../escaped.html",
        "fr/../../escaped.html",
        "/tmp/escaped.html",
        "",
        "fr/con.html",
        "NUL",
        "com1/a.html",
        "a./b.html",
        "a /b.html",
        "trailing.",
        "a\\b.html",
        "c:x.html",
        "line\nbreak.html",
        "nul\0.html",
        "\udc80.html",
        "é" * 128,
        ".gitignore",
        "fr/.git/hooks/post-checkout",
        ".GIT/config",
        ".cvcgen-manifest.json",
        ".cvcgen-Manifest.json",
    ],
)
def test_a_path_that_leaves_the_folder_or_breaks_a_system_is_refused(
    site: Path, path: str
) -> None:
    error = refusal(site, at("ok.html"), at(path))
    assert error.problem is Problem.BAD_PATH
    assert not site.exists()


@pytest.mark.parametrize("path", ["console.html", "aux-x.html", ".nojekyll", "a..b", "é.html"])
def test_a_path_that_only_looks_odd_is_written(site: Path, path: str) -> None:
    write_site([at(path)], site)
    assert list(contents(site)) == [path]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.html", "a.html"),
        ("a.html", "A.html"),
        ("fr/a.html", "FR/b.html"),
        ("é.html", "e\u0301.html"),
        ("straße.html", "STRASSE.html"),
        ("a", "a/b.html"),
        ("A", "a/b.html"),
    ],
)
def test_paths_that_one_system_takes_for_one_are_refused(
    site: Path, one: str, other: str
) -> None:
    for pair in ((one, other), (other, one)):
        assert refusal(site, *map(at, pair)).problem is Problem.COLLISION
    assert not site.exists()


# Two builds, killed builds


def test_a_second_build_is_refused_while_one_writes(site: Path) -> None:
    write_site(artifacts(a="1"), site)
    with lock_path(site).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        error = refusal(site, at("b.html"))
    assert error.problem is Problem.LOCKED
    assert str(error) == (
        f"another build is writing «{site}»; wait until it is done and build again"
    )
    write_site([at("b.html")], site)
    assert contents(site) == {"b.html": "x"}


def test_no_worker_keeps_the_folder_locked_once_its_parent_was_killed(site: Path) -> None:
    waits, ends = os.pipe()
    builder = os.fork()
    if builder == 0:
        os.close(ends)
        hold_lock(site).__enter__()
        if os.fork() == 0:
            os.read(waits, 1)
            os._exit(0)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(builder, 0)
    with hold_lock(site):
        assert lock_path(site).exists()
    os.close(ends)
    os.close(waits)


def test_many_builds_at_once_leave_one_of_their_sites_whole(site: Path) -> None:
    program = textwrap.dedent("""
        import sys
        from pathlib import Path, PurePosixPath
        from cvcgen.publish.artifacts import Artifact
        from cvcgen.publish.output import OutputError, write_site
        me = sys.argv[2]
        files = [Artifact(PurePosixPath(f"{n}.html"), me.encode()) for n in range(40)]
        sys.stdin.read(1)
        done = 0
        while not done:
            try:
                done = write_site(files, Path(sys.argv[1]), durable=False).written
            except OutputError as error:
                assert error.problem == "locked", error
    """)
    builds = [
        subprocess.Popen(
            [sys.executable, "-c", program, site, str(me)], stdin=subprocess.PIPE, text=True
        )
        for me in range(4)
    ]
    for build in builds:
        build.stdin.write("!")
        build.stdin.close()
    assert [build.wait() for build in builds] == [0, 0, 0, 0]
    assert len(contents(site)) == 40
    assert len(set(contents(site).values())) == 1
    assert list(site.parent.iterdir()) == [site]


def test_a_file_system_without_locks_is_written_all_the_same(site: Path, monkeypatch) -> None:
    def refuse(handle: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    write_site(artifacts(a="1"), site)
    assert contents(site) == {"a.html": "1"}


def test_what_only_looks_like_our_leftover_stays(site: Path) -> None:
    for name in ("new-abc", "new-abcdefgh", "old-abcdefgh"):
        (site.parent / f".site.cvcgen-{name}").mkdir()
        (site.parent / f".site.cvcgen-{name}/precious").write_text("precious")
    (site.parent / ".other.cvcgen-new-abcdefgh").mkdir()
    write_site(artifacts(a="1"), site)
    assert len(list(site.parent.glob(".site.*/precious"))) == 3
    assert len(list(site.parent.iterdir())) == 5


def test_a_leftover_that_another_user_planted_stays(site: Path, monkeypatch) -> None:
    work = staging.make_workspace(site)
    staging.prepare(work)
    (work.new / "precious").write_text("theirs")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    write_site(artifacts(a="1"), site)
    assert (work.new / "precious").exists()


def test_our_leftover_is_removed_even_where_nothing_changed(site: Path) -> None:
    write_site(artifacts(a="1"), site)
    work = staging.make_workspace(site)
    staging.prepare(work)
    (work.new / "half.html").write_text("half")
    assert write_site(artifacts(a="1"), site) == Written(0, 1, 0)
    assert list(site.parent.iterdir()) == [site]


# What the system refuses


@pytest.mark.parametrize(
    ("number", "problem", "text"),
    [
        (
            errno.ENOSPC,
            Problem.DISK_FULL,
            "no room is left for the new site beside «{site}» ({reason}); make room and build"
            " again",
        ),
        (
            errno.EROFS,
            Problem.READ_ONLY,
            "«{site}» is on a read-only file system ({reason}); name a folder elsewhere",
        ),
        (
            errno.EACCES,
            Problem.PERMISSION,
            "you may not write in «{site}» or in «{parent}» beside it ({reason}); change the"
            " permissions or name another folder",
        ),
        (
            errno.EBUSY,
            Problem.IN_USE,
            "another program holds «{site}» ({reason}); close it and build again",
        ),
        (errno.EIO, Problem.FAILED, "«{site}» could not be written: {reason}"),
    ],
)
def test_what_the_system_refuses_is_told_and_the_former_site_is_whole(
    site: Path, monkeypatch, number: int, problem: Problem, text: str
) -> None:
    write_site(artifacts(a="1"), site)

    def refuse(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(staging.tempfile, "mkdtemp", refuse)
    error = refusal(site, at("b.html"))
    assert error.problem is problem
    reason = os.strerror(number)
    assert str(error) == text.format(site=site, parent=site.parent, reason=reason)
    assert contents(site) == {"a.html": "1"}
    assert list(site.parent.iterdir()) == [site]


def test_windows_says_access_denied_where_a_file_is_open() -> None:
    error = PermissionError(errno.EACCES, "used by another process")
    error.winerror = 32
    assert explain(error, Path("site")).problem is Problem.IN_USE


def test_a_folder_that_may_not_be_written_is_refused(site: Path, monkeypatch) -> None:
    write_site([at("fr/a.html")], site)
    monkeypatch.setattr(
        os, "access", lambda path, mode: not str(path).rstrip("/").endswith("fr")
    )
    error = refusal(site, at("b.html"))
    assert (error.problem, error.path) == (Problem.PERMISSION, site / "fr")


def test_a_file_system_mounted_inside_the_folder_is_refused(site: Path, monkeypatch) -> None:
    write_site([at("fr/a.html")], site)
    real = os.stat

    def mounted(path, *args, **kwargs):
        status = real(path, *args, **kwargs)
        if str(path).endswith("/fr/"):
            return os.stat_result([*status[:2], status.st_dev + 1, *status[3:10]])
        return status

    monkeypatch.setattr(os, "stat", mounted)
    error = refusal(site, at("b.html"))
    assert (error.problem, error.path) == (Problem.MOUNT, site / "fr")
    assert (site / "fr/a.html").exists()


def cross_device(self, target):
    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))


def unmovable(monkeypatch, site: Path) -> None:
    """The folder lies in a container's image: the layer below cannot rename it."""
    real = os.rename
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    monkeypatch.setattr(
        os, "rename", lambda one, two: (cross_device if Path(one) == site else real)(one, two)
    )


def test_a_first_build_works_on_a_folder_of_a_containers_image(site: Path, monkeypatch) -> None:
    site.mkdir()
    (site / ".gitignore").write_text("*\n")
    unmovable(monkeypatch, site)
    write_site(artifacts(a="1"), site)
    assert contents(site) == {".gitignore": "*\n", "a.html": "1"}
    assert list(site.parent.iterdir()) == [site]


def test_a_site_of_a_containers_image_is_left_alone(site: Path, monkeypatch) -> None:
    write_site(artifacts(a="1"), site)
    unmovable(monkeypatch, site)
    error = refusal(site, at("a.html", "2"))
    assert str(error) == (
        f"«{site}» comes from a container's image and cannot be replaced at once; name another"
        " folder, or delete this one first"
    )
    assert contents(site) == {"a.html": "1"}


def test_without_the_exchange_two_renames_do(site: Path, monkeypatch) -> None:
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    write_site(artifacts(a="1", b="1"), site)
    (site / "mine").write_text("mine")
    assert write_site(artifacts(a="2", b="1"), site) == Written(1, 1, 0)
    assert contents(site) == {"a.html": "2", "b.html": "1", "mine": "mine"}
    assert list(site.parent.iterdir()) == [site]


# Permissions, current folders, durability


def test_a_new_site_has_the_permissions_that_the_umask_gives(site: Path) -> None:
    former = os.umask(0o027)
    try:
        write_site([at("fr/a.html")], site)
    finally:
        os.umask(former)
    modes = [stat.S_IMODE((site / path).stat().st_mode) for path in ("", "fr", "fr/a.html")]
    assert modes == [0o750, 0o750, 0o640]


def test_folders_keep_the_permissions_that_they_were_given(site: Path) -> None:
    write_site([at("fr/a.html")], site)
    site.chmod(0o2775)
    (site / "fr").chmod(0o701)
    write_site([at("fr/a.html", "2"), at("en/a.html")], site)
    modes = [stat.S_IMODE((site / path).stat().st_mode) for path in ("", "fr")]
    assert modes == [0o2775, 0o701]


def test_our_own_current_folder_stays_valid(site: Path, monkeypatch) -> None:
    write_site([at("fr/a.html")], site)
    monkeypatch.chdir(site / "fr")
    write_site([at("fr/a.html", "2")], site)
    assert Path.cwd() == site / "fr"
    assert Path("a.html").read_text() == "2"
    write_site([at("b.html")], Path(".."))
    assert Path.cwd() == site
    write_site([at("c.html")], Path())
    assert contents(site) == {"c.html": "x"}


def test_a_build_that_need_not_last_waits_for_no_disk(site: Path, monkeypatch) -> None:
    def refuse(*args):
        raise AssertionError

    monkeypatch.setattr(writer, "sync_tree", refuse)
    monkeypatch.setattr(writer, "sync_folder", refuse)
    write_site(artifacts(a="1"), site, durable=False)


@pytest.mark.parametrize("whole", [True, False])
def test_the_new_site_is_on_the_disk_before_it_is_in_place(
    site: Path, monkeypatch, whole: bool
) -> None:
    order = []
    if not whole:
        monkeypatch.setattr(swap, "_sync_file_system", lambda folder: False)
    monkeypatch.setattr(os, "fsync", lambda handle: order.append("fsync"))
    real_sync, real_put = swap.sync_tree, swap.put_in_place
    monkeypatch.setattr(
        writer, "sync_tree", lambda new: (real_sync(new), order.append("synced"))
    )
    monkeypatch.setattr(
        writer, "put_in_place", lambda *paths: (order.append("in place"), real_put(*paths))
    )
    write_site([at("fr/a.html")], site)
    # Two files and two folders one by one, or all in one call; then the name of the folder.
    assert order == ["fsync"] * (0 if whole else 4) + ["synced", "in place", "fsync"]


def test_the_file_system_is_synced_as_a_whole_on_linux(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.undo()
    assert swap._sync_file_system(tmp_path) is True


# Files that stay


def kept(site: Path, path: str, text: str = "1") -> Kept:
    """The file of the site as it lies there."""
    found = seal_of(f"{site}/{path}")
    assert found is not None
    return Kept(path, hashlib.sha256(text.encode()).hexdigest(), found)


def test_a_kept_file_is_the_very_same_and_counts_as_unchanged(site: Path) -> None:
    write_site(artifacts(same="1", other="1"), site)
    before = (site / "same.html").stat().st_ino
    files = [kept(site, "same.html"), *artifacts(other="2")]
    assert write_site(files, site) == Written(1, 1, 0)
    assert contents(site) == {"same.html": "1", "other.html": "2"}
    assert (site / "same.html").stat().st_ino == before
    manifest = json.loads((site / MANIFEST).read_text())
    assert manifest["files"]["same.html"] == hashlib.sha256(b"1").hexdigest()


def test_a_kept_file_is_copied_where_there_are_no_hard_links(site: Path, monkeypatch) -> None:
    monkeypatch.setattr(os, "link", no_link)
    write_site(artifacts(same="1", other="1"), site)
    written = write_site([kept(site, "same.html"), *artifacts(other="2")], site)
    assert written == Written(1, 1, 0)
    assert contents(site) == {"same.html": "1", "other.html": "2"}
    assert written.seals["same.html"] == seal_of(f"{site}/same.html")


def test_where_all_files_are_kept_nothing_is_touched(site: Path) -> None:
    write_site(artifacts(a="1", b="1"), site)
    before = states(site)
    assert write_site([kept(site, "a.html"), kept(site, "b.html")], site) == Written(0, 2, 0)
    assert states(site) == before


@pytest.mark.parametrize("has_links", [True, False])
def test_a_kept_file_that_changes_meanwhile_stops_the_build(
    site: Path, monkeypatch, has_links: bool
) -> None:
    write_site(artifacts(a="1", b="1"), site)
    if not has_links:
        monkeypatch.setattr(os, "link", no_link)

    def files() -> Iterator[Artifact | Kept]:
        yield kept(site, "a.html")
        (site / "a.html").write_text("by hand")
        yield at("b.html", "2")

    with pytest.raises(OutputError) as caught:
        write_site(files(), site)
    assert caught.value.problem is Problem.LOCKED
    assert contents(site) == {"a.html": "by hand", "b.html": "1"}
    assert list(site.parent.iterdir()) == [site]


def test_the_seals_tell_how_every_file_lies(site: Path) -> None:
    write_site(artifacts(same="1", other="1"), site)
    written = write_site(artifacts(same="1", other="2"), site)
    assert written.seals == {path: seal_of(f"{site}/{path}") for path in contents(site)}
    assert written.manifest == seal_of(f"{site}/{MANIFEST}")


def test_a_file_is_read_whole_where_the_system_hands_over_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(b"whole")
    read = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: read(handle, min(size, 2)))
    assert read_regular(tmp_path / "page.html", 5) == b"whole"
    assert read_regular(tmp_path / "page.html", 4) is None
