"""Hints that look at the value: following them mends it."""

import pytest

from cvcgen.sources.advice import date_meant
from tests.sources.reading import found_in, hints

CARD = "title: a\nscorecards:\n  c: "
RATING = f"{CARD}{{ratings: {{a: %s}}}}\n"
RATED = f'{CARD}{{ratings: {{}}, rated: "%s"}}\n'
WAIVER = 'name: a\nwaivers: [{code: %s, reason: b, until: "2027-01-01"}]\n'
NUMBER = "write a number, with a decimal point where it has decimals"
LEVEL = "write the points of a level of the rubric, or `null` until it is rated"
KEYS = "write no `- ` here: each line starts with its key, such as `%s:`"
HEAD = "name: a\nrubric: b\nweights: {kind: declared}\n"


@pytest.mark.parametrize(
    ("schema", "text", "hint"),
    [
        ("project", RATING % "high", LEVEL),
        ("project", RATING % "60%", LEVEL),
        ("project", RATING % "true", LEVEL),
        ("project", RATING % "{points: high}", LEVEL),
        ("project", RATING % "{points: 60%}", LEVEL),
        ("project", RATING % "{by_rater: {b: N/A}}", LEVEL),
        (
            "rubric",
            "name: a\nlevels: [{points: 0, name: b}, {points: five, name: c}]\n",
            NUMBER,
        ),
        ("project", RATING % "3/5", "write `3`"),
        ("project", RATING % '"3"', "write `3`, without quotes"),
        (
            "project",
            RATING % "N/A",
            "write `not_applicable: …` with the reason on the line below",
        ),
        (
            "project",
            RATING % "sans objet",
            "write `not_applicable: …` with the reason on the line below",
        ),
        ("project", RATING % "[3]", "write `3`, without brackets and `- `"),
        (
            "project",
            RATING % "{not_applicable: true}",
            "write a text: what it is, or the reason",
        ),
        (
            "project",
            f"{CARD}not concerned\n",
            "write `not_concerned: …` with the reason on the line below, or `ratings:`",
        ),
        ("project", RATED % "1er mars 2026", 'write `"2026-03-01"`'),
        ("project", RATED % "03-04-2026", 'write year, month and day: `"2026-10-01"`'),
        (
            "project",
            (RATED % "2026").replace('"', ""),
            'write year, month and day: `"2026-10-01"`',
        ),
        ("value", WAIVER % "417", "write `CVC417`"),
        ("value", WAIVER % "uniform-ratings", "write `CVC417`"),
        ("value", WAIVER % '"[CVC417]"', "write `CVC417`"),
        ("value", WAIVER % "cvc417", "write `CVC417`"),
        ("site", "format: 1\ntitle: a\nlanguages: [FR]\n", "write `fr`"),
        ("site", "format: 1\ntitle: a\nlanguages: [français]\n", "write `fr`"),
        (
            "site",
            "format: 1\ntitle: a\nlanguages: [klingon]\n",
            "write a language code, such as `fr` or `en`",
        ),
        (
            "site",
            "format: 1\ntitle: a\nlanguages: {fr: Français}\n",
            "write each item on a line of its own, after `- `",
        ),
        ("value", WAIVER % "zebra", "write the code as `cvcgen check` does, such as `CVC416`"),
        ("project", "title: a\nscorecards: {}\nstatus: en cours\n", "did you mean `underway`?"),
        ("project", f"{CARD}{{ratings: [a: 1, b: 3]}}\n", KEYS % "a"),
        ("value", "name: [fr: a, en: b]\n", KEYS % "fr"),
        (
            "project",
            "title: a\nscorecards: [{clientele: c, ratings: {}}]\n",
            "write no `- ` here: write `c:`, and what belongs to it below",
        ),
        (
            "project",
            f"{CARD}{{ratings: [1, 3]}}\n",
            "write no `- ` here: each line starts with a key and a colon",
        ),
        ("project", f"{CARD}{{ratings: []}}\n", None),
        (
            "clientele",
            "name: a\nrubric: [b, c]\nweights: {kind: equal}\npyramid: [{value: a}]\n",
            None,
        ),
        (
            "clientele",
            f"{HEAD}pyramid: {{a: 60, b: 40}}\n",
            "for each item, after `- `, write `value: a` and `weight: 60`",
        ),
        (
            "project",
            f"{CARD}{{ratings: {{}}, raters: {{fr: a, en: b}}}}\n",
            "write each item on a line of its own, after `- `",
        ),
        (
            "clientele",
            f"{HEAD}pyramid: {{a: {{weight: 60}}}}\n",
            "write each item on a line of its own, after `- `",
        ),
        (
            "site",
            "format: 1\ntitle: a\nlanguages: [fr]\nnoindex: oui\n",
            "write `true`, without quotes",
        ),
    ],
)
def test_the_hint_tells_what_was_meant(schema: str, text: str, hint: str | None) -> None:
    assert hints(found_in(schema, text)) == [hint]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-3-1", "2026-03-01"),
        ("2026/03/01", "2026-03-01"),
        ("2026.03.01", "2026-03-01"),
        ("«2026-03-01»", "2026-03-01"),
        ("2026-03-01 10:00", "2026-03-01"),
        ("31/12/2026", "2026-12-31"),
        ("05-05-2026", "2026-05-05"),
        ("1er mars 2026", "2026-03-01"),
        ("15 août 2026", "2026-08-15"),
        ("March 1, 2026", "2026-03-01"),
        ("1st March 2026", "2026-03-01"),
        ("March 2026", None),
        ("1 March 2, 2026", None),
        ("04-05-2026", None),
        ("2026-02-30", None),
        ("31 zebra 2026", None),
        ("2026-03", None),
        ("oui", None),
    ],
)
def test_a_day_is_told_where_there_is_no_doubt(text: str, day: str | None) -> None:
    assert date_meant(text) == day
