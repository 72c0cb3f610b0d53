"""Messages, their order, and the guess of what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.diagnostics import (
    Diagnostic,
    Location,
    Severity,
    clip,
    did_you_mean,
    has_errors,
    message,
    nearest,
    sort_diagnostics,
)

VALUES = ["accessibilite", "agilite", "autonomie", "communication", "rapidite", "securite"]


def diagnostic(
    code: str = "CVC401",
    path: str = "a.yaml",
    *,
    line: int = 1,
    column: int = 1,
    said: str = "found",
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    where = Location(path, line, column)
    return Diagnostic(code, message("{said}", said=said), where, severity=severity)


def test_a_message_fills_its_names_in_the_readers_language() -> None:
    french = {"no {thing} of {count}": "aucun {thing} sur {count}", "a list": "une liste"}
    said = message("no {thing} of {count}", thing=message("a list"), count=3)
    assert said.text(str) == "no a list of 3"
    assert said.text(lambda template: french.get(template, template)) == (
        "aucun une liste sur 3"
    )


def test_what_fills_a_message_is_never_taken_for_a_template() -> None:
    assert message("no `{id}`", id="{id} {other} %s").text(str) == "no `{id} {other} %s`"


def test_messages_with_the_same_words_are_equal_however_they_were_made() -> None:
    assert message("{a} {b}", a=1, b=2) == message("{a} {b}", b="2", a="1")


def test_diagnostics_are_sorted_by_file_place_and_code_each_once() -> None:
    expected = (
        diagnostic(path="a.yaml", line=2, column=1),
        diagnostic(path="a.yaml", line=2, column=9, code="CVC301"),
        diagnostic(path="a.yaml", line=2, column=9, code="CVC401", said="one"),
        diagnostic(path="a.yaml", line=2, column=9, code="CVC401", said="two"),
        diagnostic(path="a.yaml", line=10, column=1),
        diagnostic(path="b.yaml", line=1, column=1),
    )
    assert sort_diagnostics(reversed(expected * 2)) == expected


def test_warnings_alone_are_no_errors() -> None:
    warning = diagnostic(severity=Severity.WARNING)
    assert not has_errors([warning, warning])
    assert has_errors([warning, diagnostic()])
    assert not has_errors([])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("rapidte", "rapidite"),
        ("Rapidité", "rapidite"),
        ("RAPIDITE", "rapidite"),
        ("autonome", "autonomie"),
        ("rapidite\u0301", "rapidite"),
        ("prix", None),
        ("", None),
        ("rapidite" * 50_000, None),
    ],
)
def test_the_nearest_word_is_one_with_a_slip_of_the_pen(word: str, meant: str | None) -> None:
    assert nearest(word, VALUES) == meant


STATUSES = ["abandoned", "delivered", "planned", "proposed", "underway"]


@pytest.mark.parametrize("word", ["annulé", "done", "dropped", "launched", "paused"])
def test_a_word_of_another_meaning_with_some_letters_alike_is_no_guess(word: str) -> None:
    assert nearest(word, STATUSES) is None
    assert said(did_you_mean(word, STATUSES)).startswith("known here: `abandoned`, ")


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("infeasible", ["feasible", "not_feasible"], "not_feasible"),
        ("unfeasible", ["feasible"], None),
        ("non-faisable", ["faisable"], None),
        ("applicable", ["not_applicable"], None),
        ("nott_applicable", ["not_applicable"], "not_applicable"),
        ("decided", ["declared", "derived"], None),
    ],
)
def test_the_opposite_of_a_word_is_never_the_guess(
    word: str, known: list[str], meant: str | None
) -> None:
    assert nearest(word, known) == meant


def test_underscores_and_spaces_count_as_hyphens() -> None:
    assert nearest("tentative_unique", ["tentative-unique", "tentatives"]) == "tentative-unique"
    assert nearest("not rated", ["not_rated"]) == "not_rated"


def test_without_a_near_word_the_hint_names_what_is_known() -> None:
    assert said(did_you_mean("rapidte", VALUES)) == "did you mean `rapidite`?"
    assert said(did_you_mean("prix", ["b", "a"])) == "known here: `a`, `b`"
    assert did_you_mean("prix", []) is None


def test_the_beginning_of_a_word_is_enough_for_a_hint() -> None:
    known = ["example-1-being-called-back", "example-2-letters", "exempt", "other"]
    assert said(did_you_mean("example-1", known)) == f"did you mean `{known[0]}`?"
    assert said(did_you_mean("exam", known)) == f"known here: `{known[0]}`, `{known[1]}`"
    assert said(did_you_mean("", ["a"])) == "known here: `a`"


def test_a_long_list_of_known_words_is_cut() -> None:
    hint = said(did_you_mean("prix", [f"value-{number:02}" for number in range(40)]))
    assert hint.startswith("known here: `value-00`, ")
    assert hint.endswith("`value-11`, …")


@given(st.text(max_size=30), st.sets(st.text(max_size=12), max_size=8))
def test_the_guess_is_a_known_word_whatever_their_order(word: str, known: set[str]) -> None:
    guess = nearest(word, known)
    assert guess is None or guess in known
    assert guess == nearest(word, sorted(known, reverse=True))


@given(st.text(max_size=200))
def test_clipping_leaves_short_texts_alone(text: str) -> None:
    assert clip(text) == (text if len(text) <= 60 else text[:59] + "…")


def said(hint: object) -> str:
    assert hasattr(hint, "text")
    return str(hint.text(str))
