"""ci/install: pinned packages with their hashes, and nothing of the working folder."""

from pathlib import Path

from tests.ci.scripts import ROOT, run


def test_only_pinned_packages_are_installed_and_only_by_the_checkout(tmp_path: Path) -> None:
    """With a python3 that notes how it is called in place of the network."""
    log, work, programs = (tmp_path / name for name in ("log", "work", "programs"))
    work.mkdir()
    programs.mkdir()
    (work / "venv.py").write_text("raise SystemExit('the working folder was looked at')\n")
    note = f'printf "%s: %s\\n" "$PWD" "$*" >> "{log}"\n'
    make = 'mkdir -p "$4/bin"; cp "$0" "$4/bin/python"\n'
    python = f'#!/bin/sh\n{note}[ "$3" = venv ] || exit 0\n{make}'
    (programs / "python3").write_text(python, "utf-8")
    (programs / "python3").chmod(0o755)
    done = run("install", "a venv", folder=work, PATH=f"{programs}:/usr/bin:/bin")
    assert (done.returncode, done.stderr) == (0, "")
    pip = "-I -m pip --disable-pip-version-check install --quiet"
    assert log.read_text("utf-8").splitlines() == [
        f"{ROOT}: -I -m venv {work}/a venv",
        f"{ROOT}: {pip} --require-hashes -r requirements/build.txt -r requirements/runtime.txt",
        f"{ROOT}: {pip} --no-deps --no-build-isolation --no-index .",
    ]
