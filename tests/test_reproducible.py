"""The same content gives the same bytes, whatever machine, folder, person or day builds it.

Each build is the command in a process of its own, on this repository's content; what may not
matter differs in all ways at once, and where that fails, one by one tells which way it was.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = "2026-03-04T05:06:07+01:00"
PROGRAM = """
import os, sys
umask, backwards, folder, *options = sys.argv[1:]
os.umask(int(umask, 8))
scandir, listdir = os.scandir, os.listdir

class Backwards:
    def __init__(self, *place):
        with scandir(*place) as found:
            self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self.found
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *why): pass
    def close(self): pass

if backwards == "True":
    os.scandir, os.listdir = Backwards, lambda *place: sorted(listdir(*place), reverse=True)
sys.argv[1:] = ["-C", folder, "build", *options]
from cvcgen.cli.main import main
main()
"""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything that is none of the content's business."""

    environment: Mapping[str, str] = field(default_factory=dict)
    umask: str = "022"
    backwards: bool = False
    """Whether folders list their files backwards."""
    folder: str = "site-under-test"
    """Where the content lies, below the test's own folder."""
    elsewhere: bool = False
    """Whether the working folder is another than the content's."""
    touched: int = 1_700_000_000
    """When the files were last changed, in seconds since 1970."""
    options: tuple[str, ...] = ()
    python: str = sys.executable


PLAIN = Surroundings(
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "CVCGEN_CACHE": "off"}
)
WAYS = {
    "hash seed": Surroundings({"PYTHONHASHSEED": "4242"}),
    "time zone": Surroundings({"TZ": "Asia/Tokyo"}),
    "locale": Surroundings({"LC_ALL": "tr_TR.UTF-8", "LANG": "fr_CA.UTF-8", "LANGUAGE": "fr"}),
    "ascii": Surroundings({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "person": Surroundings({"HOME": "/home/user", "USER": "other", "HOSTNAME": "elsewhere"}),
    "umask": Surroundings(umask="077"),
    "order on disk": Surroundings(backwards=True),
    "folder": Surroundings(folder="/".join(["a much longer path"] * 6), elsewhere=True),
    "times of files": Surroundings(touched=1_000_000_000),
    "optimised": Surroundings({"PYTHONOPTIMIZE": "2"}),
}
EVERY_WAY = Surroundings(
    {name: text for way in WAYS.values() for name, text in way.environment.items()},
    umask="077",
    backwards=True,
    folder="/".join(["a much longer path"] * 6),
    elsewhere=True,
    touched=1_000_000_000,
)


def make_content(folder: Path, surroundings: Surroundings, *, committed: bool = True) -> Path:
    """This repository's content, in a clean checkout of a commit unless told otherwise."""
    site = folder / surroundings.folder
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "cvcgen.yaml", site)
    if committed:
        (site / ".gitignore").write_text("/site/\n")
        git(site, "init", "-q", "--initial-branch=main")
        git(site, "add", "--all")
        git(site, "commit", "-q", "-m", "content")
    for path in site.rglob("*"):
        os.utime(path, (surroundings.touched, surroundings.touched))
    return site


def git(folder: Path, *arguments: str) -> None:
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Ada"), ("EMAIL", "a@example.org"), ("DATE", COMMITTED))
    }
    outside = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **outside, **who}, check=True
    )


def build(site: Path, surroundings: Surroundings) -> dict[str, bytes]:
    """Every file of the site that the command makes there."""
    command = [
        *(surroundings.python, "-c", PROGRAM),
        *(surroundings.umask, str(surroundings.backwards), str(site), *surroundings.options),
    ]
    done = subprocess.run(
        command,
        cwd=Path(os.sep) if surroundings.elsewhere else site,
        env={
            **os.environ,
            **PLAIN.environment,
            **surroundings.environment,
            "PYTHONPATH": str(ROOT),
        },
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return files_of(site / "site")


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@cache
def plain_site(folder: Path) -> Mapping[str, bytes]:
    return build(make_content(folder / "plain", PLAIN), PLAIN)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The site as it is made where nothing is special."""
    return plain_site(tmp_path_factory.mktemp("reproducible"))


def assert_same(found: Mapping[str, bytes], expected: Mapping[str, bytes]) -> None:
    assert found.keys() == expected.keys()
    assert [path for path in found if found[path] != expected[path]] == []


def test_everything_else_may_differ_at_once(
    tmp_path: Path, expected: Mapping[str, bytes]
) -> None:
    found = build(make_content(tmp_path, EVERY_WAY), EVERY_WAY)
    try:
        assert_same(found, expected)
    except AssertionError:
        guilty = [
            name
            for name, way in WAYS.items()
            if build(make_content(tmp_path / name, way), way) != expected
        ]
        pytest.fail(f"the site depends on: {', '.join(guilty) or 'several of them together'}")


def test_the_site_has_a_page_for_each_project_in_each_language(
    expected: Mapping[str, bytes],
) -> None:
    """Lest two empty folders be the same."""
    projects = [path.stem for path in (ROOT / "content/projects").glob("*.yaml")]
    pages = [path for path in expected if path.endswith(".html")]
    for name in projects:
        assert len([page for page in pages if page.endswith(f"/{name}.html")]) >= 2


def test_building_again_over_another_state_gives_the_clean_site(
    tmp_path: Path, expected: Mapping[str, bytes]
) -> None:
    remembering = Surroundings({"CVCGEN_CACHE": str(tmp_path / "cache")})
    site = make_content(tmp_path, remembering)
    project = min((site / "content/projects").glob("*.yaml"))
    text = project.read_text("utf-8")
    project.write_text(text.replace("title:", "status: delivered\ntitle:", 1), "utf-8")
    if "\nstatus:" in text:
        project.write_text(text.replace("\nstatus: ", "\nstatus: delivered #", 1), "utf-8")
    other = build(site, remembering)
    assert other != dict(expected)
    project.write_text(text, "utf-8")
    assert_same(build(site, remembering), expected)
    shutil.rmtree(site / "site")
    assert_same(build(site, remembering), expected)


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_the_number_of_workers_means_nothing(
    tmp_path: Path, expected: Mapping[str, bytes], jobs: str
) -> None:
    help_text = subprocess.run(
        [sys.executable, "-m", "cvcgen", "build", "--help"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    if "--jobs" not in help_text:
        pytest.skip("there are no workers to count")
    surroundings = Surroundings(options=("--jobs", jobs))
    assert_same(build(make_content(tmp_path, surroundings), surroundings), expected)


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_every_python_makes_the_same_site(
    tmp_path: Path, expected: Mapping[str, bytes], version: str
) -> None:
    """Of those that are installed here with what cvcgen needs."""
    python = shutil.which(f"python{version}") or "nowhere"
    usable = "import babel, click, jinja2, jsonschema, markdown, nh3, yaml, xlsxwriter"
    try:
        asked = subprocess.run([python, "-c", usable], capture_output=True, check=False)
    except OSError:
        pytest.skip(f"there is no Python {version} here")
    if asked.returncode:
        pytest.skip(f"Python {version} is here without the packages of runtime.txt")
    surroundings = Surroundings(python=python)
    assert_same(build(make_content(tmp_path, surroundings), surroundings), expected)
