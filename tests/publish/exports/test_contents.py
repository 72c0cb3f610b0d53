"""The quick way and the plain way make the same files, byte for byte."""

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import ENGLISH, FRENCH, format_number
from cvcgen.core.formulas import disarm
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    Feasibility,
    NotApplicable,
    NotConcerned,
    NotRated,
    Project,
    Provenance,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    RaterPoints,
    RatersRule,
    Rating,
    Scorecard,
    Status,
    Text,
    WeightsKind,
)
from cvcgen.core.ranking import evaluate
from cvcgen.publish.exports.cells import Quantity, Table, make_table, say_words
from cvcgen.publish.exports.csvtext import render_csv
from cvcgen.publish.exports.tables import tabulate_ranking
from cvcgen.publish.voice import Voice, make_voice
from tests.publish.exports.plainly import Plainly
from tests.publish.test_exports import CATALOGUES, ORIGIN, catalogue, citizens, exported

POINTS = st.sampled_from([Fraction(n) for n in (0, 1, 3, 5)])
WORDS = st.sampled_from(
    ["Été", 'Un "mot"\\', "a;b\nc", "=1+1", "\u2028\x00\ud7ff𝄞", "</script>", ""]
)
TEXT = st.builds(
    lambda fr, en: Text((("en", en), ("fr", fr)) if en else (("fr", fr),)),
    WORDS,
    st.none() | WORDS,
)
MAYBE = st.none() | TEXT
CLIENTELES = ("citoyens", "egaux", "trois")
WEIGHTS = {
    "citoyens": citizens(),
    "egaux": citizens("egaux", (1,) * 8, WeightsKind.EQUAL),
    "trois": citizens("trois", (1, 1, 1)),
}


def ratings_of(value: str) -> st.SearchStrategy[Rating]:
    given_ = st.builds(RaterPoints, st.sampled_from(["A", "B"]), st.none() | POINTS, MAYBE)
    return st.one_of(
        st.builds(Rated, st.just(value), POINTS, why=MAYBE),
        st.builds(
            Rated,
            st.just(value),
            POINTS,
            why=MAYBE,
            evidence=st.lists(TEXT, max_size=2).map(tuple),
            by_rater=st.lists(given_, max_size=2).map(tuple),
        ),
        st.just(NotRated(value)),
        st.builds(NotApplicable, st.just(value), TEXT),
    )


def cards_for(clientele: Clientele) -> st.SearchStrategy[Scorecard | None]:
    values = sorted(entry.value for entry in clientele.pyramid)
    name = st.just(clientele.id)
    total = st.sampled_from([Fraction(n) for n in ("62.5", "62.54", "0", "100")])
    rated = st.builds(
        RatedScorecard,
        name,
        st.tuples(*map(ratings_of, values)),
        published=st.none() | total,
        rated=st.sampled_from([None, "2026-10-01"]),
        raters=st.lists(TEXT, max_size=2).map(tuple),
        rule=st.sampled_from([None, *RatersRule]),
        note=MAYBE,
        source=MAYBE,
    )
    published = st.builds(PublishedScorecard, name, total, note=MAYBE, source=MAYBE)
    return st.one_of(rated, rated, published, st.builds(NotConcerned, name, TEXT), st.none())


CARDS = st.tuples(*(cards_for(WEIGHTS[name]) for name in CLIENTELES)).map(
    lambda cards: tuple(card for card in cards if card is not None)
)
PROJECT = st.builds(
    Project,
    st.just("p"),
    TEXT,
    CARDS,
    feasibility=st.sampled_from(Feasibility),
    status=st.none() | st.sampled_from(Status),
    provenance=st.none() | st.sampled_from(Provenance),
    summary=MAYBE,
    description=MAYBE,
    baseline=MAYBE,
    source=MAYBE,
)
LANGUAGES = st.sampled_from([("fr",), ("en", "fr"), ("fr", "es", "en")])


@st.composite
def sites(draw: st.DrawFn) -> Catalogue:
    """A site of a few projects, of which many say the same and some say everything."""
    found = draw(st.lists(PROJECT, max_size=4))
    projects = [
        Project(f"p{number}", **{k: getattr(one, k) for k in Project.__slots__ if k != "id"})
        for number, one in enumerate(found)
    ]
    groups = tuple(WEIGHTS[name] for name in CLIENTELES)
    return catalogue(*projects, clienteles=groups, languages=draw(LANGUAGES))


def json_files(content: Catalogue) -> dict[str, bytes]:
    return {path: body for path, body in exported(content).items() if path.endswith(".json")}


def assert_json_is_plain(content: Catalogue) -> None:
    quick = json_files(content)
    for path, body in Plainly(content, evaluate(content, ORIGIN)).files().items():
        assert quick[path] == body, path


@settings(max_examples=60, deadline=None)
@given(sites())
def test_every_json_file_of_projects_is_what_the_plain_way_makes(content: Catalogue) -> None:
    assert_json_is_plain(content)


@pytest.mark.parametrize("content", CATALOGUES.values(), ids=CATALOGUES)
def test_so_it_is_in_every_state_that_a_record_can_have(content: Catalogue) -> None:
    assert_json_is_plain(content)


def test_ratings_of_equal_points_keep_their_own_reasons() -> None:
    words = Text((("fr", "Parce que"),))
    each = (
        {},
        {"why": words},
        {"evidence": (words,)},
        {"by_rater": (RaterPoints("A", Fraction(3)),)},
    )
    projects = [
        Project(
            f"p{number}",
            words,
            (RatedScorecard("un", (Rated("acc", Fraction(3), **more),)),),
            feasibility=Feasibility.FEASIBLE,
        )
        for number, more in enumerate(each)
    ]
    assert_json_is_plain(catalogue(*projects, clienteles=(citizens("un", (1,)),)))
    assert_json_is_plain(catalogue(*reversed(projects), clienteles=(citizens("un", (1,)),)))


def plain_csv(table: Table, voice: Voice) -> bytes:
    """Cell by cell, through the standard library's writer."""
    french = voice.language == "fr"
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if french else ",")
    writer.writerow([disarm(say_words(heading, voice)) for heading in table.headings])
    for row in table.rows:
        cells = []
        for number in row:
            cell = table.cells[number]
            if isinstance(cell, Quantity):
                exact, style = (
                    Fraction(cell.numerator, cell.denominator),
                    FRENCH if french else ENGLISH,
                )
                cells.append(format_number(exact, cell.digits, style))
            elif isinstance(cell, int):
                cells.append(str(cell))
            else:
                cells.append("" if cell is None else disarm(say_words(cell, voice)))
        writer.writerow(cells)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


CELLS = st.one_of(
    st.none(),
    st.integers(0, 3),
    st.sampled_from(["0", "1", ""]),
    st.builds(Quantity, st.integers(0, 1), st.integers(1, 2), st.integers(0, 1), st.booleans()),
    st.sampled_from([message("1"), message("yes"), Text((("fr", "1"),)), Text(())]),
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_a_table_has_each_distinct_cell_once_in_the_order_of_reading(rows) -> None:
    table = make_table(message("S"), (message("H"),) * 3, rows)
    assert [tuple(table.cells[number] for number in row) for row in table.rows] == rows
    assert list(table.cells) == list(dict.fromkeys(cell for row in rows for cell in row))


@settings(max_examples=40, deadline=None)
@given(sites())
def test_a_sheet_is_what_its_cells_say_one_by_one(content: Catalogue) -> None:
    for ranking in evaluate(content, ORIGIN).rankings:
        table = tabulate_ranking(content, WEIGHTS[ranking.clientele], ranking)
        for language in ("fr", "en"):
            voice = make_voice(language, content.site.default_language)
            assert render_csv(table, voice) == plain_csv(table, voice)
