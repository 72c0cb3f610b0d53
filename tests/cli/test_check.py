import json
from pathlib import Path

from tests.cli.running import cvcgen


def test_sound_content_is_done() -> None:
    ran = cvcgen("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "no fault in 7 files\n"


def test_an_error_is_a_finding(faulty: Path) -> None:
    ran = cvcgen("check", folder=faulty)
    assert (ran.code, ran.err) == (1, "")
    assert "content/projects/guichet.yaml:7:7: error[CVC406] " in ran.out
    assert "did you mean `rapidite`?" in ran.out


def test_a_warning_is_a_finding_only_when_strict(site: Path) -> None:
    value = site / "content/values/rapidite.yaml"
    value.write_text("name: {fr: Rapidité}\n", "utf-8")
    loose, strict = cvcgen("check", folder=site), cvcgen("check", "--strict", folder=site)
    assert "warning[" in loose.out
    assert (loose.code, strict.code) == (0, 1)
    assert loose.out == strict.out


def test_the_formats_for_programs(faulty: Path) -> None:
    ran = cvcgen("check", "--format", "json", folder=faulty)
    assert ran.code == 1
    assert json.loads(ran.out)["summary"]["errors"] >= 1
    ran = cvcgen("check", "--format", "sarif", folder=faulty)
    assert json.loads(ran.out)["version"] == "2.1.0"


def test_annotations_start_at_the_root_of_the_sources(faulty: Path) -> None:
    environ = {"GITHUB_WORKSPACE": str(faulty.parent)}
    ran = cvcgen("check", "--format", "github", folder=faulty, environ=environ)
    assert ran.out.startswith("::error file=site-folder/content/projects/guichet.yaml,line=")


def test_a_report_in_a_file_keeps_the_exit_code(faulty: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    ran = cvcgen("check", "--output", str(target), folder=faulty)
    assert (ran.code, ran.out) == (1, "")
    assert "CVC406" in target.read_text("utf-8")
