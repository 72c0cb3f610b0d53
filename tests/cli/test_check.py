import json
import shutil
from pathlib import Path

from tests.building import SITES
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


def test_raters_who_disagree_are_found_only_when_strict(tmp_path: Path) -> None:
    folder = laid(tmp_path, "several-raters")
    loose, strict = cvcgen("check", folder=folder), cvcgen("check", "--strict", folder=folder)
    assert (loose.code, loose.out) == (0, "no fault in 9 files\n")
    assert strict.code == 1
    assert strict.out.count("warning[CVC421]") == 2


def test_waived_warnings_are_counted_and_shown_when_verbose(tmp_path: Path) -> None:
    folder = laid(tmp_path, "waived-warnings")
    told = cvcgen("check", "--today", "2026-06-01", folder=folder)
    assert (told.code, told.err) == (0, "")
    assert told.out == "no fault in 7 files, 3 warnings waived\n"
    assert cvcgen("check", "--strict", "--today", "2026-06-01", folder=folder).code == 0
    verbose = cvcgen("check", "-v", "--today", "2026-06-01", folder=folder)
    assert verbose.out.startswith(
        "content/clienteles/citoyens.yaml:6:13: waived[CVC416] `securite` weighs more than"
        " `accessibilite`, which stands above it\n"
        "   = until 2027-03-31: L’ordre est celui du sondage de 2024\n"
    )
    late = cvcgen("check", "--today", "2027-01-01", folder=folder)
    assert late.code == 1
    assert late.out.count("error[CVC501]") == 2


def test_without_a_day_waivers_hold_and_that_is_said(tmp_path: Path) -> None:
    folder = laid(tmp_path, "waived-warnings")
    told = cvcgen("check", folder=folder)
    assert (told.code, told.out) == (0, "no fault in 7 files, 3 warnings waived\n")
    assert told.err == "no waiver was judged by its date: there is no commit; see --today\n"
    assert cvcgen("check", "-q", folder=folder).err == ""


def test_a_day_is_a_date() -> None:
    for word in ("2026-13-01", "20261001", "demain", "2026-W01-1"):
        ran = cvcgen("check", "--today", word)
        assert (ran.code, ran.out) == (2, "")
        assert f"«{word}» is no date such as 2026-10-01" in ran.err


def test_programs_are_told_what_is_waived_and_why(tmp_path: Path) -> None:
    folder = laid(tmp_path, "waived-warnings")
    day = ("--today", "2026-06-01")
    told = json.loads(cvcgen("check", *day, "--format", "json", folder=folder).out)
    assert told["diagnostics"] == []
    assert told["summary"]["waived"] == 3
    assert [one["diagnostic"]["code"] for one in told["waived"]] == [
        "CVC416",
        "CVC417",
        "CVC421",
    ]
    assert told["waived"][1]["reason"] == {"en": "Measured", "fr": "Mesuré"}
    assert told["waived"][1]["waiver"]["line"] == 11
    sarif = json.loads(cvcgen("check", *day, "--format", "sarif", folder=folder).out)
    [first, *_] = results = sarif["runs"][0]["results"]
    assert len(results) == 3
    [suppression] = first["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("inSource", "accepted")
    assert suppression["justification"].startswith("until 2027-03-31: L’ordre est celui")
    for form in ("github", "gitlab"):
        quiet = cvcgen("check", *day, "--format", form, folder=folder).out
        assert "CVC4" not in quiet


def laid(folder: Path, case: str) -> Path:
    """A valid site, laid where no repository is."""
    return Path(shutil.copytree(SITES / "valid" / case, folder / "site"))
