"""Waivers against diagnostics: what is silenced, and what is wrong with a waiver itself."""

from dataclasses import replace

from cvcgen.core.diagnostics import Diagnostic, Location, Severity, message
from cvcgen.core.model import Catalogue, Project, ProjectId, Waiver
from cvcgen.core.rules import RULES
from cvcgen.core.waivers import Judged, judge_waivers, list_waivers, waiver_errors
from tests.core.changes.catalogues import SITE, french

PATH = "content/projects/x.yaml"


def waiver(code: str = "CVC417", until: str = "2026-12-31", at: str | None = None) -> Waiver:
    return Waiver(code, french("Mesuré"), until, at, Location(PATH, 9, 5, "/waivers/0/code"))


def warning(pointer: str = "/scorecards/c", path: str = PATH) -> Diagnostic:
    place = Location(path, 3, 1, pointer)
    return Diagnostic("CVC417", message("the same"), place, severity=Severity.WARNING)


def with_waivers(*waivers: Waiver) -> Catalogue:
    project = Project(ProjectId("x"), french("X"), (), waivers=waivers)
    return Catalogue(SITE, projects=(project,))


def judged(
    *waivers: Waiver, day: str | None = "2026-10-01", found: tuple[Diagnostic, ...] = ()
) -> Judged:
    return judge_waivers(found or (warning(),), with_waivers(*waivers), day)


def codes(found: Judged) -> list[str]:
    return [fault.code for fault in found.diagnostics]


def test_without_waivers_all_stays() -> None:
    assert judged() == Judged((warning(),), ())


def test_a_waiver_silences_the_warning_of_its_code_in_its_file() -> None:
    found = judged(waiver())
    assert (found.diagnostics, [one.diagnostic for one in found.waived]) == ((), [warning()])
    other = warning(path="content/projects/y.yaml")
    assert codes(judged(waiver(), found=(warning(), other))) == ["CVC417"]
    assert codes(judged(waiver("CVC416"))) == ["CVC417", "CVC503"]


def test_a_place_takes_in_what_is_below_it_and_no_other_of_like_name() -> None:
    inside, beside = warning("/scorecards/c/ratings"), warning("/scorecards/cc")
    found = judged(waiver(at="/scorecards/c"), found=(inside, beside))
    assert found.diagnostics == (beside,)
    assert judged(waiver(at="/scorecards/c")).diagnostics == ()


def test_the_narrowest_of_several_is_the_one_that_is_used() -> None:
    found = judged(waiver(), waiver(at="/scorecards/c"))
    assert [one.waiver.at for one in found.waived] == ["/scorecards/c"]
    assert codes(found) == ["CVC503"]


def test_a_waiver_holds_through_its_last_day() -> None:
    assert codes(judged(waiver(), day="2026-12-31")) == []
    late = judged(waiver(), day="2027-01-01")
    assert codes(late) == ["CVC417", "CVC501"]
    assert late.waived == ()
    said = late.diagnostics[1].message.text(str)
    assert said == "the waiver of CVC417 held until 2026-12-31, and it is 2027-01-01"
    assert codes(judged(waiver(), day=None)) == []


def test_a_waiver_that_silences_nothing_is_a_warning() -> None:
    found = judged(waiver(at="/other"))
    assert codes(found) == ["CVC417", "CVC503"]
    unused = found.diagnostics[1]
    assert unused.severity is Severity.WARNING
    assert unused.message.text(str) == "this waiver silences nothing: there is no CVC417 here"


def test_among_errors_nobody_knows_what_a_waiver_would_silence() -> None:
    error = Diagnostic("CVC405", message("sum"), Location(PATH))
    assert codes(judged(waiver(at="/other"), found=(error,))) == ["CVC405"]


def test_only_warnings_are_waived() -> None:
    every = {
        code: next(waiver_errors(with_waivers(waiver(code)), None), None) for code in RULES
    }
    refused = {code for code, fault in every.items() if fault is not None}
    warnings = {code for code, rule in RULES.items() if rule.severity is Severity.WARNING}
    assert refused == RULES.keys() - warnings | {"CVC503"}
    said = {code: every[code].message.text(str) for code in ("CVC405", "CVC503")}
    assert said == {
        "CVC405": "CVC405 cannot be waived: it is an error",
        "CVC503": "CVC503 cannot be waived: it is about waivers",
    }


def test_an_error_is_not_silenced_by_a_waiver_of_its_code() -> None:
    error = Diagnostic("CVC405", message("sum"), Location(PATH))
    assert codes(judged(waiver("CVC405"), found=(error,))) == ["CVC405", "CVC502"]


def test_a_code_that_does_not_exist_has_its_nearest() -> None:
    [fault] = waiver_errors(with_waivers(waiver("CVC427")), None)
    assert fault.code == "CVC502"
    assert fault.message.text(str) == "there is no diagnostic CVC427"
    assert fault.hint is not None


def test_every_family_can_hold_waivers() -> None:
    one = replace(with_waivers(waiver()), site=replace(SITE, waivers=(waiver("CVC413"),)))
    assert [found.code for found in list_waivers(one)] == ["CVC413", "CVC417"]
