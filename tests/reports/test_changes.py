"""Laws of every report on a change, over random pairs of catalogues."""

from collections.abc import Iterator
from fractions import Fraction

from cvcgen.core.exact import round_half_up
from cvcgen.reports.changes.causes import tell_causes
from cvcgen.reports.changes.figures import rank_text, score_text
from cvcgen.reports.changes.headline import headline
from cvcgen.reports.changes.origins import Tracer
from cvcgen.reports.changes.review import Names
from cvcgen.reports.changes.rows import Row, make_boards
from cvcgen.reports.changes.story import tell
from tests.reports.changes.reviews import random_review
from tests.reports.samples import reader

SEEDS = range(300)


def shown(text: str) -> Fraction:
    """The number that a reader sees: «+2.8», «−2.8»."""
    return Fraction(text.replace("−", "-").replace(",", "").rstrip("%"))


def rows(seed: int, *, swapped: bool = False) -> Iterator[Row]:
    names = Names(random_review(seed, swapped=swapped), reader())
    for board in make_boards(names, Tracer((), names.reader)):
        yield from board.rows


def test_what_is_shown_adds_up() -> None:
    """Whoever adds the parts and what rounding left arrives at the change; and at the total."""
    sums = rounded = 0
    for seed in SEEDS:
        for row in rows(seed):
            lines = row.causes.lines
            if row.delta and lines:
                amounts = [shown(line.amount) for line in lines if line.amount]
                left = shown(row.causes.rounding) if row.causes.rounding else Fraction(0)
                assert sum(amounts, left) == shown(row.causes.total) == shown(row.delta), seed
                sums, rounded = sums + 1, rounded + bool(row.causes.rounding)
            if row.delta and " → " in row.score:
                before, after = (shown(end) for end in row.score.split(" → "))
                assert before + shown(row.delta) == after, seed
    assert sums > 100
    assert rounded > 5


def test_different_scores_never_look_alike() -> None:
    for seed in SEEDS:
        for row in rows(seed):
            if " → " in row.score:
                before, after = row.score.split(" → ")
                assert before != after, seed


def test_a_score_that_others_passed_is_said_to_be_the_same() -> None:
    """Also where only weights of values changed that it earns nothing on."""
    same = reader().phrases.one("its own score is the same")
    passed = 0
    for seed in SEEDS:
        for row in rows(seed):
            if row.causes.lines or " → " in row.score:
                assert same not in row.notes, seed
                continue
            assert row.delta == "", seed
            if row.move[1:].isdigit():
                assert row.notes[-1] == same, seed
                passed += 1
    assert passed > 20


def test_swapping_the_sides_swaps_the_signs() -> None:
    for seed in SEEDS:
        forth = {(row.clientele, row.score): row for row in rows(seed)}
        back = list(rows(seed, swapped=True))
        assert len(forth) <= len(back)
        for row in back:
            mirrored = " → ".join(reversed(row.score.split(" → ")))
            other = forth.get((row.clientele, mirrored))
            if other is not None and row.delta and other.delta and shown(row.delta):
                assert abs(shown(other.delta)) == abs(shown(row.delta)), seed
                assert (shown(other.delta) > 0) != (shown(row.delta) > 0), seed


def test_every_change_is_told_and_every_report_has_a_head_line() -> None:
    for seed in SEEDS:
        review = random_review(seed)
        story = tell(review, reader())
        told = sum(len(board.rows) + board.whole for board in story.boards)
        assert told == len(review.comparison.changes)
        items = sum(len(section.items) for section in story.sections)
        found = review.comparison
        assert items == len(found.records) + len(found.own_edits) + len(found.own_wording)
        assert headline(review, reader())
        assert story.headline == headline(review, reader())


def test_columns_are_exact_where_decimals_are() -> None:
    for seed in SEEDS:
        review = random_review(seed)
        names = Names(review, reader())
        for change in review.comparison.changes:
            causes = tell_causes(change, names, Tracer((), reader()))
            column = causes.column
            assert (column is None) == (change.delta is None)
            if column is not None and change.delta is not None and not causes.rounding:
                assert round_half_up(change.delta, 0) - column.total <= 1
            assert rank_text(change)
            assert score_text(change, column, reader())
