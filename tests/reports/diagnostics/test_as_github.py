from cvcgen.reports.diagnostics.as_github import report
from tests.reports.diagnostics.faults import HOSTILE, UNKNOWN, many
from tests.reports.samples import ENGLISH


def test_an_annotation_names_the_place_in_the_repository() -> None:
    assert report([UNKNOWN], ENGLISH, "sites/a") == (
        "::error file=sites/a/content/projects/rappel.yaml,line=3,col=3,endColumn=10,"
        "title=CVC406::unknown value «rapidte»%0A"
        "content/clienteles/citoyens.yaml:1:1: in the pyramid%0A"
        "hint: did you mean `rapidite`?\n"
    )


def test_ten_of_each_kind_are_written_errors_first_and_the_rest_is_counted() -> None:
    lines = report(many(errors=12, warnings=45), ENGLISH).splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"]
    assert lines[-1] == "::notice title=cvcgen::+37 more, listed by `cvcgen check`"


def test_nothing_wrong_is_nothing_written() -> None:
    assert report([], ENGLISH) == ""


def test_hostile_text_stays_inside_its_annotation() -> None:
    assert report([HOSTILE], ENGLISH) == (
        "::error file=a b%3A%2C%25é%0A.yaml,line=1,col=1,endColumn=2,title=CVC101::"
        "bad \\u{1b}]0;x\\u{7} ##[error]y%0A::error::z, 100 %25 {0} [a](b)\n"
    )
