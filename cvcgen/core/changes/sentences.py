"""What became of a score and of its rank, in words that stand alone: for feeds.

A table has heads and dashes; who reads an entry of a feed sees neither.
"""

from dataclasses import dataclass

from cvcgen.core.changes.comparison import ScoreChange
from cvcgen.core.diagnostics import Message, message


@dataclass(frozen=True, slots=True)
class Ends:
    """A figure on two sides as its reader sees it."""

    before: str
    """Empty where there is none."""
    after: str
    """Empty where there is none; a score has none where no value applies."""


def say_score(change: ScoreChange, scores: Ends, delta: str, back: bool) -> Message:
    """The score now and before; `delta` is signed, `back` says that there was one earlier."""
    before, after = scores.before, scores.after
    if not (before or after):
        return message("no score, as no value applies")
    if not after:
        return message("no score any more, before: {before}", before=before)
    if not before:
        return _say_new(change, after, back)
    if before == after:
        return message("score: {after}, as before", after=after)
    shown = f"{after} ({delta})" if delta else after
    return message("score: {after}, before: {before}", after=shown, before=before)


def say_rank(change: ScoreChange, ranks: Ends) -> Message | None:
    """The rank now and before; None where a score that has none is gone."""
    before, after = ranks.before, ranks.after
    if change.after is None:
        return message("rank before: {before}", before=before) if before else None
    if change.before is None:
        return message("rank: {after}", after=after) if after else message("not ranked")
    if before == after:
        return message("rank: {after}, as before", after=after) if after else None
    if not before:
        return message("rank: {after}, not ranked before", after=after)
    if not after:
        return message("not ranked, before: {before}", before=before)
    return message("rank: {after}, before: {before}", after=after, before=before)


def _say_new(change: ScoreChange, after: str, back: bool) -> Message:
    if change.before is not None:
        return message("score: {after}, none before", after=after)
    if back:
        return message("score back: {after}", after=after)
    return message("new score: {after}", after=after)
