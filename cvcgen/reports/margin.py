"""The text of a content file with scores in its margin, for `git diff` and `git log -p`.

The lines stay as they are, so that a diff of two such texts is a diff of the files; what a
rating brings stands behind it as a YAML comment, and so does each scorecard's score.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import (
    Clientele,
    NotApplicable,
    NotConcerned,
    Project,
    Rated,
    RatedScorecard,
    Rating,
)
from cvcgen.core.scoring import HUNDRED, Completeness, Contribution, Score, weight_shares
from cvcgen.reports.reader import Reader

_DIGITS = 1
_GAP = "    # "
_LINE_END = re.compile(r"(\r\n|\n|\r)")
_Note = tuple[int, str, str]
"""The line, what it is about, and what to write."""


def report(
    text: str, record: Project | Clientele, scores: Iterable[Score], reader: Reader
) -> str:
    """The text with a note behind each line that holds a rating, a weight or a scorecard."""
    if isinstance(record, Clientele):
        found = list(_weights(record, reader))
    else:
        found = list(_ratings(record, {score.clientele: score for score in scores}, reader))
    by_line: dict[int, list[_Note]] = {}
    for note in found:
        by_line.setdefault(note[0], []).append(note)
    pieces = _LINE_END.split(text)  # each line, then what ends it
    for line, notes in by_line.items():
        pieces[2 * (line - 1)] += _GAP + _joined(notes)
    return "".join(pieces)


def _joined(notes: list[_Note]) -> str:
    """The notes of one line, named where a line holds several."""
    if len(notes) == 1:
        return notes[0][2]
    return " · ".join(f"{name}: {said}" for _, name, said in notes)


def _weights(clientele: Clientele, reader: Reader) -> Iterator[_Note]:
    shares = weight_shares(clientele)
    for entry in clientele.pyramid:
        share = reader.percent(HUNDRED * shares[entry.value], _DIGITS)
        said = message("{share} of the score", share=share)
        yield entry.where.line, entry.value, reader.say(said)


def _ratings(project: Project, scores: Mapping[str, Score], reader: Reader) -> Iterator[_Note]:
    for card in project.scorecards:
        score = scores.get(card.clientele)
        if isinstance(card, NotConcerned):
            continue
        if score is None:
            other = message("no score: it does not fit the pyramid of today")
            yield card.where.line, card.clientele, reader.say(other)
            continue
        yield card.where.line, card.clientele, reader.say(_total(score, reader))
        if isinstance(card, RatedScorecard):
            parts = {part.value: part for part in score.parts}
            for rating in card.ratings:
                said = reader.say(_contribution(parts[rating.value], reader))
                yield _line(rating), rating.value, said


def _line(rating: Rating) -> int:
    place = rating.points_where if isinstance(rating, Rated) else rating.where
    return place.line


def _total(score: Score, reader: Reader) -> Message:
    if score.low is None or score.high is None:
        return message("no score: no value applies")
    if score.total is None:
        low, high = (reader.percent(bound, _DIGITS) for bound in (score.low, score.high))
        return message("score between {low} and {high}", low=low, high=high)
    total = reader.percent(score.total, _DIGITS)
    if score.completeness is Completeness.PUBLISHED:
        return message("published score {total}", total=total)
    return message("score {total}", total=total)


def _contribution(part: Contribution, reader: Reader) -> Message:
    if isinstance(part.rating, NotApplicable):
        return message("not applicable")
    possible = _number(part.possible, reader)
    if part.earned is None:
        return message("not rated, of {possible}", possible=possible)
    return message(
        "{earned} of {possible}", earned=_number(part.earned, reader), possible=possible
    )


def _number(number: Fraction, reader: Reader) -> str:
    return reader.number(number, _DIGITS)
