from pathlib import Path

from tests.cli.running import cvcgen

PATH = "content/values/prix.yaml"


def write(site: Path, text: str) -> None:
    (site / PATH).write_text(text, "utf-8")
    cvcgen("fmt", "-q", str(site / "content/projects"), folder=site)


def test_check_is_exit_1_until_it_is_formatted(site: Path) -> None:
    write(site, "name:   Prix\n")
    one = str(site / PATH)
    checked = cvcgen("fmt", "--check", one, folder=site)
    assert (checked.code, checked.out) == (1, f"{PATH}\n")
    assert checked.err == "Files to format: 1\n"
    done = cvcgen("fmt", one, folder=site)
    assert (done.code, done.out, done.err) == (0, f"{PATH}\n", "Files formatted: 1\n")
    assert cvcgen("fmt", "--check", one, folder=site).code == 0


def test_what_would_be_lost_is_told_and_is_exit_1(site: Path) -> None:
    write(site, "name: {fr: Prix, # kept\n  en: Price}\n")
    ran = cvcgen("fmt", str(site / PATH), folder=site)
    assert (ran.code, ran.out) == (1, "")
    assert f"`{PATH}` stays as it is: rewriting it would lose something\n" in ran.err


def test_a_fault_is_shown_in_its_place(site: Path) -> None:
    write(site, "name:  &a x\n")
    ran = cvcgen("fmt", str(site / PATH), folder=site)
    assert ran.code == 1
    assert f"{PATH}:1:8: error[CVC109]" in ran.err


def test_a_path_outside_is_a_usage_error(site: Path, tmp_path: Path) -> None:
    ran = cvcgen("fmt", str(tmp_path / "x.yaml"), folder=site)
    assert ran.code == 2
    assert "no file of the content" in ran.err


def test_a_link_that_goes_in_circles_is_a_usage_error(site: Path, tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    ran = cvcgen("fmt", str(tmp_path / "round"), folder=site)
    assert ran.code == 2
    assert "no file of the content" in ran.err
