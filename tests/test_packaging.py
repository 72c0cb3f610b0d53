"""The wheel, run where nothing else is installed, and the lock files it is installed with.

Nothing here uses the network: the wheel is built with the hatchling of this environment, and
the bare environment gets copies of the packages that are installed in it.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("build.txt", "runtime.txt", "dev.txt", "bench.txt", "fuzz.txt")

PIN_LINE = re.compile(r"[a-z0-9][a-z0-9.-]*==[0-9][\w.!+]*( ; [^:/@]+)? \\")
HASH_LINE = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def bare_python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel, the packages of runtime.txt, no more."""
    base = tmp_path_factory.mktemp("bare")
    venv.create(base, with_pip=False, symlinks=sys.platform != "win32")
    paths = sysconfig.get_paths("venv", vars={"base": str(base), "platbase": str(base)})
    packages = Path(paths["purelib"])
    for name, (pin, _hashes) in pins("runtime.txt").items():
        if pin.marker is None or pin.marker.evaluate():
            copy_installed(name, packages)
    with ZipFile(wheel) as archive:
        archive.extractall(packages)
    return Path(paths["scripts"]) / Path(sys.executable).name


def copy_installed(name: str, target: Path) -> None:
    """Copies the package of this environment, but for its commands and compiled caches."""
    for file in distribution(name).files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts:
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file.locate(), target / file)


def run(python: Path, *arguments: str, cwd: Path) -> str:
    """What an isolated Python prints; it sees neither PYTHON* variables nor the folder."""
    command = [str(python), "-I", *arguments]
    done = subprocess.run(
        command, cwd=cwd, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pins(lock: str) -> dict[str, tuple[Requirement, list[str]]]:
    """Each pinned package's requirement and its hash lines, by normalized name."""
    found: dict[str, tuple[Requirement, list[str]]] = {}
    hashes: list[str] = []
    for line in (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            hashes.append(line)
        else:
            hashes = []
            pin = Requirement(line.removesuffix("\\"))
            found[canonicalize_name(pin.name)] = (pin, hashes)
    return found


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def files_below(folder: Path) -> list[Path]:
    """The files that belong in a package: no caches, nothing of the desktop's."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name != ".DS_Store"
    ]


def test_wheel_has_every_asset_byte_for_byte_and_no_other(wheel: Path) -> None:
    originals = {
        f"cvcgen/_assets/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
        for name in ("ci", "schemas", "templates")
        for path in files_below(ROOT / name)
    }
    with ZipFile(wheel) as archive:
        packed = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("cvcgen/_assets/")
        }
    assert sorted(packed) == sorted(originals)
    assert [name for name in originals if packed[name] != originals[name]] == []
    assert {name.split("/")[2] for name in packed} == {"ci", "schemas", "templates"}


def test_wheel_has_the_whole_package_and_nothing_outside_it(wheel: Path) -> None:
    originals = {path.relative_to(ROOT).as_posix() for path in files_below(ROOT / "cvcgen")}
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert sorted(originals - names) == []
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"cvcgen"}


def test_sources_are_packed_without_what_was_installed_or_built_among_them(
    tmp_path: Path,
) -> None:
    for path in ("pyproject.toml", "README.md", "LICENSE", "cvcgen/__init__.py"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    wanted = {"site/.gitignore", "tests/editor/package.json"}
    for path in (*wanted, "site/index.html", "tests/editor/node_modules/one/index.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("{}")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    [built] = (tmp_path / "dist").iterdir()
    with tarfile.open(built) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in names if name.startswith(("site/", "tests/"))} == wanted


@pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="only a clone says what it consists of"
)
def test_sources_are_packed_with_all_of_the_repository() -> None:
    command = ["git", "ls-files", "-z"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    everything = {path.partition("/")[0] for path in done.stdout.split("\0")[:-1]}
    named = pyproject()["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    unasked = {".gitignore", "LICENSE", "README.md", "pyproject.toml"}
    assert everything == {path.split("/")[1] for path in named} | unasked


def test_wheel_in_a_bare_environment_uses_its_own_assets(
    bare_python: Path, tmp_path: Path
) -> None:
    ask = (
        "from cvcgen import assets; print(assets.schemas_dir()); print(assets.templates_dir())"
    )
    for line in run(bare_python, "-c", ask, cwd=tmp_path).splitlines():
        assert Path(line).parent.name == "_assets"
        assert Path(line).is_relative_to(bare_python.parent.parent)
        assert Path(line).is_dir()


def test_wheel_in_a_bare_environment_builds_the_sample_site_from_another_folder(
    bare_python: Path, tmp_path: Path
) -> None:
    sample = tmp_path / "sample"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copytree(ROOT / "content", sample / "content")
    shutil.copy(ROOT / "cvcgen.yaml", sample)

    run(bare_python, "-m", "cvcgen", "-C", str(sample), "build", cwd=elsewhere)

    assert (sample / "site" / "index.html").is_file()
    assert list(elsewhere.iterdir()) == []


def test_wheel_in_a_bare_environment_makes_formats_and_builds_a_new_site(
    bare_python: Path, tmp_path: Path
) -> None:
    for words in (["init", "new"], ["-C", "new", "fmt", "--check"], ["-C", "new", "build"]):
        run(bare_python, "-m", "cvcgen", *words, cwd=tmp_path)

    assert (tmp_path / "new/.gitignore").is_file()
    assert (tmp_path / "new/site/index.html").is_file()


def test_bare_environment_has_no_development_packages(
    bare_python: Path, tmp_path: Path
) -> None:
    ask = "import importlib.util as u; print(u.find_spec('pytest'), u.find_spec('hatchling'))"
    assert run(bare_python, "-c", ask, cwd=tmp_path) == "None None\n"


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_pins_and_hashes_only_so_names_no_host_and_no_path(lock: str) -> None:
    lines = (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines()
    odd = [
        line for line in lines if not (PIN_LINE.fullmatch(line) or HASH_LINE.fullmatch(line))
    ]
    assert odd == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    assert [name for name, (_pin, hashes) in pins(lock).items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_every_requirement_of_pyproject_at_a_version_it_allows(lock: str) -> None:
    project = pyproject()
    extras = project["project"]["optional-dependencies"]
    wanted = {
        "build.txt": project["build-system"]["requires"],
        "runtime.txt": project["project"]["dependencies"],
        **{f"{name}.txt": extra for name, extra in extras.items()},
    }
    pinned = pins(lock)
    for requirement in map(Requirement, wanted[lock]):
        pin, _hashes = pinned[canonicalize_name(requirement.name)]
        [version] = [specifier.version for specifier in pin.specifier]
        assert requirement.specifier.contains(version), f"{lock}: {pin} against {requirement}"


@pytest.mark.parametrize("lock", ["build.txt", "runtime.txt"])
def test_dev_lock_includes_the_other_locks(lock: str) -> None:
    dev = {name: (pin.specifier, hashes) for name, (pin, hashes) in pins("dev.txt").items()}
    part = {name: (pin.specifier, hashes) for name, (pin, hashes) in pins(lock).items()}
    assert {name: dev.get(name) for name in part} == part
