"""Two states of the content: what differs, or the ratings of one under the other's weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen.app.evaluation import Checked, Evaluated, check_snapshot, evaluate_checked
from cvcgen.app.failures import EnvironmentFailure
from cvcgen.core.diagnostics import Message, has_errors
from cvcgen.core.model import Catalogue
from cvcgen.core.ranking import Scoreboard, evaluate
from cvcgen.core.reevaluation import reevaluate
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import NoSite

if TYPE_CHECKING:
    from cvcgen.core.changes import Comparison
    from cvcgen.core.changes.files import ChangedFile


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states of the content, and what differs between them."""

    before: Evaluated
    after: Evaluated
    """Each with or without errors."""
    comparison: "Comparison | None"
    """None where a side has errors: nothing is compared on a guess."""
    files: "tuple[ChangedFile, ...]"
    """The files that differ, by path."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Scores from the ratings of one state and the weights of another, often the same."""

    ratings: Checked
    """The state that the scorecards and the rating scale are of."""
    weights: Checked
    """The state that the pyramids are of."""
    catalogue: Catalogue
    """What was scored."""
    misfits: tuple[Message, ...]
    """Where the ratings and the weights do not fit."""
    scoreboard: Scoreboard | None
    """None where they do not fit, or a state has errors."""


def diff(root: Path, base: str | None = None, head: str | None = None) -> Compared:
    """What differs between the states that `read_endpoints` finds under these names.

    Raises `EnvironmentFailure`.
    """
    from cvcgen.core.changes.files import (  # noqa: PLC0415 - see render
        changed_files,
        changed_places,
        with_makers,
    )
    from cvcgen.sources.git import GitError, read_endpoints  # noqa: PLC0415
    from cvcgen.sources.makers import find_makers, make_touch  # noqa: PLC0415

    try:
        ends = read_endpoints(root, base, head)
    except (GitError, NoSite) as error:
        raise EnvironmentFailure(error.message) from error
    memory = Memory()
    before = evaluate_checked(check_snapshot(ends.before, memory))
    after = _evaluate_after(
        check_snapshot(ends.after, memory, root, former=before.checked), before
    )
    comparison = _compare(before, after)
    texts = (before.checked.texts, after.checked.texts)
    touches = {path: tuple(map(make_touch, found)) for path, found in ends.commits.items()}
    files = changed_files(*texts, comparison, touches, ends.uncommitted)
    if comparison is not None:
        places = changed_places(comparison, [file for file in files if file.is_shared])
        sides = (ends.before.files, ends.after.files)
        files = with_makers(files, find_makers(ends.repository, ends.commits, places, sides))
    return Compared(before, after, comparison, files)


def rank_states(
    root: Path,
    ratings: str | None = None,
    weights: str | None = None,
    clienteles: Sequence[str] = (),
) -> Ranked:
    """The ratings of a revision or date under the weights of another.

    None is the folder as it stands; `clienteles` are those that matter, or all. Raises
    `EnvironmentFailure`.
    """
    from cvcgen.core.mixture import Mixture, mix  # noqa: PLC0415 - see render
    from cvcgen.sources.git import GitError, read_state  # noqa: PLC0415

    memory = Memory()
    try:
        first = second = check_snapshot(read_state(root, ratings), memory, root)
        if weights != ratings:
            second = check_snapshot(read_state(root, weights), memory, root)
    except (GitError, NoSite) as error:
        raise EnvironmentFailure(error.message) from error
    if has_errors((*first.diagnostics, *second.diagnostics)):
        return Ranked(first, second, first.catalogue, (), None)
    mixed = Mixture(first.catalogue, ())
    if weights != ratings:
        mixed = mix(first.catalogue, second.catalogue, clienteles)
    board = None if mixed.misfits else evaluate(mixed.catalogue, first.origin)
    return Ranked(first, second, mixed.catalogue, mixed.misfits, board)


def _evaluate_after(checked: Checked, before: Evaluated) -> Evaluated:
    """The scores of the state after; what is as before keeps its score."""
    from cvcgen.core.changes import State  # noqa: PLC0415 - see render

    if before.scoreboard is None or has_errors(checked.diagnostics):
        return evaluate_checked(checked)
    former = State(before.checked.catalogue, before.scoreboard)
    return Evaluated(checked, reevaluate(checked.catalogue, checked.origin, former))


def _compare(before: Evaluated, after: Evaluated) -> "Comparison | None":
    from cvcgen.core.changes import State, compare  # noqa: PLC0415 - see render

    if before.scoreboard is None or after.scoreboard is None:
        return None
    old = State(before.checked.catalogue, before.scoreboard)
    return compare(old, State(after.checked.catalogue, after.scoreboard))
