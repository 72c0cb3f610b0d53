"""Laws of the whole line from files to ranks (docs/architecture.md, docs/method.md §2.9).

The laws of one score or one ranking are in tests/core; here several parts take part.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.app import check, check_snapshot, evaluate_checked
from cvcgen.core.exact import decimal_text
from cvcgen.core.model import Catalogue, Origin
from cvcgen.core.ranking import Place, Scoreboard, evaluate
from cvcgen.core.reachable import reachable_totals
from cvcgen.core.scoring import Score, level_subtotals
from cvcgen.sources.snapshot import Snapshot, read_directory
from tests.building import BASE, Content, base_with, files_in
from tests.core.grids import Grid, grid
from tests.core.strategies import complete, law

ROOT = Path(__file__).resolve().parent.parent
HERE = Origin("here")
CLIENTELE = "content/clienteles/citoyens.yaml"
GUICHET = "content/projects/guichet.yaml"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """This repository's own content."""
    return check(ROOT).catalogue


def board_of(changes: Content) -> Scoreboard:
    evaluated = evaluate_checked(check_snapshot(base_with(changes)))
    assert evaluated.checked.diagnostics == ()
    assert evaluated.scoreboard is not None
    return evaluated.scoreboard


def base_text(path: str) -> str:
    return files_in(BASE)[path].decode("utf-8")


def places(board: Scoreboard) -> Iterator[Place]:
    return (place for ranking in board.rankings for place in ranking.places)


def scores(board: Scoreboard) -> dict[tuple[str, str], Score]:
    return {(p.project, p.score.clientele): p.score for p in places(board)}


def test_leaving_out_any_project_changes_no_other_score(catalogue: Catalogue) -> None:
    all_scores = scores(evaluate(catalogue, HERE))
    for left_out in catalogue.projects:
        others = tuple(p for p in catalogue.projects if p is not left_out)
        rest = scores(evaluate(replace(catalogue, projects=others), HERE))
        assert rest == {key: all_scores[key] for key in all_scores if key[0] != left_out.id}


def test_leaving_out_any_project_keeps_the_order_of_the_others(catalogue: Catalogue) -> None:
    board = evaluate(catalogue, HERE)
    for left_out in catalogue.projects:
        others = tuple(p for p in catalogue.projects if p is not left_out)
        rest = evaluate(replace(catalogue, projects=others), HERE)
        for whole, smaller in zip(board.rankings, rest.rankings, strict=True):
            kept = [p.project for p in whole.places if p.project != left_out.id]
            assert kept == [p.project for p in smaller.places]


def test_adding_a_file_of_a_project_changes_no_other_score() -> None:
    other = base_text(GUICHET).replace("rapidite: 1", "rapidite: 5")
    before = scores(board_of({}))
    after = scores(board_of({"content/projects/autre.yaml": other}))
    assert set(after) - set(before) == {("autre", "citoyens")}
    assert {key: after[key] for key in before} == before


def test_every_score_of_the_content_is_the_sum_of_its_parts(catalogue: Catalogue) -> None:
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    uses = {clientele.id: rubrics[clientele.rubric] for clientele in catalogue.clienteles}
    rated = [place.score for place in places(evaluate(catalogue, HERE)) if place.score.parts]
    assert rated
    for score in rated:
        earned = sum(part.earned for part in score.parts if part.earned is not None)
        subtotals = level_subtotals(score, uses[score.clientele])
        assert sum(subtotal.earned for subtotal in subtotals) == earned == score.low
        assert score.total in (earned, None)


def test_every_complete_score_of_the_content_is_reachable(catalogue: Catalogue) -> None:
    rubrics = {rubric.id: rubric for rubric in catalogue.rubrics}
    board = evaluate(catalogue, HERE)
    for clientele, ranking in zip(catalogue.clienteles, board.rankings, strict=True):
        totals = reachable_totals(clientele, rubrics[clientele.rubric])
        assert totals is not None
        whole = [place.score for place in ranking.places if place.score.coverage == 1]
        assert [score for score in whole if score.total and score.total not in totals] == []


@law
@given(complete())
def test_every_score_is_reachable(case: tuple[Grid, list[str]]) -> None:
    found, ratings = case
    totals = reachable_totals(found.clientele, found.rubric)
    if totals is not None:
        assert found.score(ratings).total in totals


def test_the_order_in_which_files_are_met_means_nothing() -> None:
    base = base_with({})
    backwards = Snapshot(base.origin, dict(reversed(base.files.items())))
    assert evaluate_checked(check_snapshot(backwards)) == evaluate_checked(check_snapshot(base))


def test_the_order_of_the_ratings_in_a_file_means_nothing() -> None:
    *head, first, second, third = base_text(GUICHET).splitlines(keepends=True)
    expected = board_of({})
    for order in permutations((first, second, third)):
        assert board_of({GUICHET: "".join([*head, *order])}) == expected


def test_the_order_of_equal_weights_in_a_file_changes_no_total() -> None:
    *head, first, second, third = (
        base_text(CLIENTELE)
        .replace("weight: 50", "weight: 33.3")
        .replace("weight: 30", "weight: 33.3")
        .replace("weight: 20", "weight: 33.4")
        .splitlines(keepends=True)
    )
    written = {CLIENTELE: "".join([*head, third, first, second])}
    [place] = places(board_of(written))
    assert place.score.total == (333 * 5 + 333 * 3 + 334 * 1) * Fraction(1, 50)
    assert sum(part.weight for part in place.score.parts) == 100


def test_comments_and_empty_lines_change_nothing() -> None:
    moved = "# why\n\n" + base_text(GUICHET).replace("  citoyens:", "\n  citoyens:  # who")
    assert board_of({GUICHET: moved}) == board_of({})


def test_line_endings_change_nothing() -> None:
    crlf = {path: text.replace(b"\n", b"\r\n") for path, text in files_in(BASE).items()}
    assert board_of(crlf) == board_of({})


@pytest.mark.parametrize("scale", [Fraction(1, 4), Fraction(3), Fraction("0.35")])
def test_scaling_the_weights_with_their_declared_total_changes_no_score(
    scale: Fraction,
) -> None:
    text = base_text(CLIENTELE).replace(
        "kind: declared", f"kind: declared, total: {decimal_text(100 * scale)}"
    )
    for weight in (50, 30, 20):
        text = text.replace(f"weight: {weight}", f"weight: {decimal_text(weight * scale)}")
    assert scores(board_of({CLIENTELE: text})) == scores(board_of({}))


def test_equal_weights_written_or_not_give_the_same_scores() -> None:
    text = base_text(CLIENTELE)
    equal = text.replace("declared", "equal")
    for weight in (50, 30, 20):
        equal = equal.replace(f", weight: {weight}", "")
        text = text.replace(f"weight: {weight}", "weight: 7")
    declared = text.replace("kind: declared", "kind: declared, total: 21")
    unwritten, written = board_of({CLIENTELE: equal}), board_of({CLIENTELE: declared})
    assert scores(unwritten) == scores(written)
    [place] = places(unwritten)
    assert place.score.total == Fraction(100 * (5 + 3 + 1), 3 * 5)


@given(st.sampled_from(["0 1 3 5", "0 1 2", "1 4 10", "0 0.5 1"]), st.data())
def test_a_ranking_follows_a_dominance(points: str, data: st.DataObject) -> None:
    """At least as good on every value, whatever the weights: never ranked behind."""
    weights = data.draw(st.lists(st.integers(1, 99), min_size=1, max_size=8))
    found = grid(weights, points)
    figures = st.sampled_from(found.points)
    worse = [data.draw(figures) for _ in weights]
    better = [max(points, data.draw(figures)) for points in worse]
    totals = found.score(worse).total, found.score(better).total
    assert totals[0] <= totals[1]
    assert (totals[0] == totals[1]) == (worse == better)


def test_reading_a_folder_twice_gives_the_same_snapshot() -> None:
    assert read_directory(ROOT) == read_directory(ROOT)


def test_the_scoreboard_is_the_same_whatever_the_hash_seed_time_zone_locale_and_folder(
    tmp_path: Path,
) -> None:
    program = (
        "import sys; from pathlib import Path; from cvcgen.app import evaluate_site;"
        f"sys.stdout.buffer.write(repr(evaluate_site(Path({str(ROOT)!r}))).encode())"
    )
    surroundings = [
        ({"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}, ROOT),
        ({"PYTHONHASHSEED": "4242", "TZ": "Asia/Tokyo", "LC_ALL": "fr_CA.UTF-8"}, tmp_path),
    ]
    shown = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=True,
            capture_output=True,
        ).stdout
        for environment, folder in surroundings
    }
    assert len(shown) == 1
