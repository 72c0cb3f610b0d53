"""Where one slip brings several faults about, one is told, with what mends it."""

import pytest

from cvcgen.sources.echoes import key_of
from tests.sources.reading import found_in, hints, said

HEAD = "name: a\nrubric: b\nweights: {kind: declared}\n"
CARD = "title: a\nscorecards:\n  c:\n"


@pytest.mark.parametrize(
    ("schema", "text", "expected", "hint"),
    [
        (
            "project",
            "title: a\nc:\n  ratings: {a: 1}\n",
            "2:1 CVC303 the key `scorecards` is missing here",
            "write `scorecards:` on a line above `c`, and indent what belongs to it further",
        ),
        (
            "project",
            f"{CARD}    a: 1\n    b: null\n    d: {{points: 3}}\n",
            "4:5 CVC303 the key `ratings` is missing here",
            "write `ratings:` on a line above `a`, and indent what belongs to it further",
        ),
        (
            "project",
            "title: a\nscorecards:\n  ratings:\n    a: 1\n",
            "3:3 CVC303 the key `ratings` is missing here",
            "write the clientele's name with a colon on a line above `ratings`, and indent what"
            " stands from there on further",
        ),
        (
            "project",
            "fr: a\nen: b\nscorecards: {}\n",
            "1:1 CVC303 the key `title` is missing here",
            "write `title:` on a line above `fr`, and indent what belongs to it further",
        ),
        (
            "project",
            "title: a\nratings: {a: 1}\n",
            "2:1 CVC302 unknown key `ratings`",
            "`ratings` belongs under `scorecards/…`",
        ),
        (
            "project",
            f"{CARD}    ratings:\n      a: 1\n      why: {{fr: b, en: 2}}\n",
            "6:7 CVC302 unknown key `why`",
            "it belongs to `a` above: indent it further",
        ),
        (
            "project",
            "title:\n  fr: a\n  scorecards: {}\n",
            "3:3 CVC302 unknown key `scorecards`",
            "`scorecards` belongs to the file itself: do not indent it",
        ),
        (
            "clientele",
            f"{HEAD}pyramid:\n  - speed: 100\n",
            "5:5 CVC302 unknown key `speed`",
            "write `value: speed` and `weight: 100`",
        ),
        (
            "clientele",
            f"{HEAD}pyramid:\n  - {{value: c, zebra: 100}}\n",
            "5:16 CVC302 unknown key `zebra`",
            "did you mean `weight`?",
        ),
        (
            "rubric",
            "name: a\nlevels: [{points: 0, name: b}, {5: c}]\n",
            "2:33 CVC302 unknown key `5`",
            "write `points: 5` and `name: c`",
        ),
        (
            "project",
            "title: a\nscorecards: {}\nfeasibility: true\n",
            "3:14 CVC304 expected one of `feasible`, `not_feasible`, `undetermined`, found"
            " `true`",
            "did you mean `feasible`?",
        ),
    ],
)
def test_one_slip_is_told_as_one(schema: str, text: str, expected: str, hint: str) -> None:
    faults = found_in(schema, text)
    assert said(faults) == [expected]
    assert hints(faults) == [hint]


@pytest.mark.parametrize(
    ("schema", "text", "key"),
    [
        ("project", f"{CARD}    publié: 50\n", "publié"),
        ("project", f"{CARD}    non_concerné: a\n", "non_concerné"),
        ("project", f"{CARD}    ratings: {{a: {{sans_objet: b}}}}\n", "sans_objet"),
        ("value", "name_fr: a\n", "name_fr"),
    ],
)
def test_a_misspelt_key_stands_for_what_may_be_missing(
    schema: str, text: str, key: str
) -> None:
    [fault] = found_in(schema, text)
    assert (fault.code, key_of(fault)) == ("CVC302", key)


@pytest.mark.parametrize(
    ("schema", "text", "codes"),
    [
        ("project", "title: a\nzebra: 5\n", ["CVC302", "CVC303"]),
        ("project", "title: a\nzebra: {fr: b}\n", ["CVC302", "CVC303"]),
        ("project", f"{CARD}    a: text\n    zebra: [1]\n", ["CVC302", "CVC302", "CVC303"]),
        ("value", "zebra: a\n", ["CVC302", "CVC303"]),
        ("clientele", f"{HEAD}pyramid: [{{zebra: [1]}}]\n", ["CVC302", "CVC303", "CVC303"]),
        (
            "clientele",
            f"{HEAD}pyramid: [{{zebra: 1, horse: 2}}]\n",
            ["CVC302", "CVC302", "CVC303", "CVC303"],
        ),
        (
            "clientele",
            f"{HEAD}pyramid: [{{value: a, x: 1, y: 2}}]\n",
            ["CVC302", "CVC302", "CVC303"],
        ),
        ("project", f"{CARD}    ratings: {{why: [1], a: 1}}\n", ["CVC301"]),
    ],
)
def test_what_may_be_two_slips_is_told_as_two(schema: str, text: str, codes: list[str]) -> None:
    assert sorted(fault.code for fault in found_in(schema, text)) == codes


def test_the_key_of_a_fault_is_that_of_its_message() -> None:
    [fault] = found_in("value", "name: a\nzebra: b\n")
    assert key_of(fault) == "zebra"
