from cvcgen.core.diagnostics import message
from cvcgen.reports.reader import make_reader
from cvcgen.reports.rebuilds import (
    address_line,
    content_line,
    failure_line,
    page_failure_line,
)
from tests.reports.diagnostics.faults import HOSTILE, LATER, UNKNOWN
from tests.reports.samples import ENGLISH, FRENCH

READER, LECTRICE = make_reader(ENGLISH), make_reader(FRENCH)
TENTH = 123_456_789


def test_the_first_line_says_where_and_how_it_ends() -> None:
    assert address_line("http://127.0.0.1:8000/", READER) == (
        "Preview: http://127.0.0.1:8000/ (Ctrl+C stops it)\n"
    )


def test_one_file_is_named_and_several_are_counted() -> None:
    path = "content/projects/a.yaml"
    assert content_line([], 9, [path], TENTH, READER) == (
        "content/projects/a.yaml · no fault in 9 files · 0.12 s\n"
    )
    assert content_line([], 9, [path, path], TENTH, READER) == (
        "2 files changed · no fault in 9 files · 0.12 s\n"
    )
    assert content_line([], 9, [], TENTH, LECTRICE) == (
        "aucune faute dans 9 fichiers · 0,12\N{NO-BREAK SPACE}s\n"
    )


def test_errors_keep_the_former_pages_and_warnings_do_not() -> None:
    assert content_line([UNKNOWN, LATER], 9, [], TENTH, READER) == (
        "1 error, 1 warning in 1 file; the former pages stay · 0.12 s\n"
    )
    assert content_line([LATER], 9, [], TENTH, READER) == "1 warning in 1 file · 0.12 s\n"


def test_where_there_are_no_pages_yet_none_stay() -> None:
    assert content_line([LATER, UNKNOWN], 9, [], TENTH, READER, has_pages=False) == (
        "1 error, 1 warning in 1 file; there are no pages yet · 0.12 s\n"
    )
    french = content_line([UNKNOWN], 9, [], TENTH, LECTRICE, has_pages=False)
    assert french.startswith("1 erreur dans 1 fichier; il n’y a pas encore de pages · ")


def test_what_strangers_wrote_is_one_line_that_does_nothing() -> None:
    line = content_line([HOSTILE], 1, ["a\x1b]0;x\n.yaml"], 0, READER)
    assert line.startswith("a\\u{1b}]0;x\\u{a}.yaml · 1 error")
    assert failure_line(message("no {what}", what="\x1b\n"), READER) == "no \\u{1b}\\u{a}\n"
    assert page_failure_line(ValueError("\x07"), READER) == (
        "a page could not be made: ValueError: \\u{7}\n"
    )
