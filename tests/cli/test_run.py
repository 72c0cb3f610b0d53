from pathlib import Path

import pytest

import cvcgen as package
from cvcgen import app
from cvcgen.cli.console import ClosedPipe
from tests.cli.running import cvcgen


def test_alone_it_prints_its_help() -> None:
    ran = cvcgen()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: cvcgen [OPTIONS] COMMAND [ARGUMENTS]\n")


def test_the_version_is_data() -> None:
    assert cvcgen("--version").out == f"cvcgen {package.__version__}\n"
    assert cvcgen("check", "--version").out == f"cvcgen {package.__version__}\n"


def test_global_options_go_before_or_after_the_command(site: Path) -> None:
    before = cvcgen("--lang", "en", "check", folder=site)
    after = cvcgen("check", "--lang", "en", "-C", str(site), folder=Path("/nowhere"))
    assert before == after


def test_a_site_that_is_not_there_is_the_environment_s_fault() -> None:
    ran = cvcgen("check", folder=Path("/nowhere\x1b[2J"))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("cvcgen: ")
    assert r"/nowhere\u{1b}[2J" in ran.err


def test_a_bug_is_reported_without_the_content(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(root: Path, today: object) -> None:
        raise KeyError("secret content")

    monkeypatch.setattr(app, "check", broken)
    ran = cvcgen("check")
    assert ran.code == 4
    assert f"cvcgen {package.__version__}, Python 3." in ran.err
    assert ", command check: KeyError in cvcgen.cli.check:_check:" in ran.err
    assert "secret" not in ran.err
    assert "Traceback" not in ran.err


def test_a_bug_shows_its_traceback_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(root: Path, today: object) -> None:
        raise KeyError("secret\x1b content")

    monkeypatch.setattr(app, "check", broken)
    ran = cvcgen("-v", "check")
    assert ran.code == 4
    assert "Traceback (most recent call last)" in ran.err
    assert "\x1b" not in ran.err


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(root: Path, today: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "check", interrupted)
    ran = cvcgen("check")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_a_reader_that_goes_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(root: Path, today: object) -> None:
        raise ClosedPipe

    monkeypatch.setattr(app, "check", gone)
    ran = cvcgen("check")
    assert (ran.code, ran.err) == (141, "")
