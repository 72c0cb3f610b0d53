"""What a workbook's first sheet says: what the figures are, and where they come from.

A workbook travels without the site, so its cover carries what the page around a table says.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Catalogue, Clientele, Origin, Text
from cvcgen.publish.exports.numbers import plain_digits
from cvcgen.publish.views.labels import PROVENANCE, WEIGHTS
from cvcgen.publish.voice import Voice

NAME = message("About this file")
"""What the sheet is called."""
_HOW_TO_COMPUTE = (
    message("The score adds up, value by value, the weight in proportion to the rating."),
    message(
        "Score = sum of weight × points ÷ most points of the scale; a value that does not"
        " apply leaves its weight to the others."
    ),
    message("Projects with exactly the same score are tied and share their rank."),
)
_HOW_TO_READ = (
    message("The exact score is the numerator divided by the denominator."),
    message("Points that are missing are said in words: a missing rating is never zero."),
)


@dataclass(frozen=True, slots=True)
class Cover:
    """A title, and below it what is to be known, in one language."""

    title: str
    """Of the sheet and of the whole document."""
    lines: tuple[tuple[str, str], ...]
    """What each line is about, and what it says."""


def describe_cover(
    catalogue: Catalogue, clientele: Clientele, origin: Origin, tool_version: str, voice: Voice
) -> Cover:
    """The cover of a clientele's ranking; what is not known has no line."""
    name = voice.localise(clientele.name).text.strip() or clientele.id
    said = (
        *_introduce(catalogue, voice),
        *_account_for(catalogue, clientele, voice),
        *_explain(catalogue, clientele, voice),
        *_identify(origin, tool_version, voice),
    )
    title = voice.say(message("Ranking: {clientele}", clientele=name))
    return Cover(title, tuple((voice.say(term), words) for term, words in said if words))


def _introduce(catalogue: Catalogue, voice: Voice) -> Iterator[tuple[Message, str]]:
    site = catalogue.site
    yield message("Site"), voice.localise(site.title).text
    yield (
        message("Content"),
        voice.say(
            message("Every project that has a score for this clientele, best first; weights.")
        ),
    )
    yield message("Notice"), _say(site.notice, voice)


def _account_for(
    catalogue: Catalogue, clientele: Clientele, voice: Voice
) -> Iterator[tuple[Message, str]]:
    provenance = clientele.provenance
    yield message("Provenance"), voice.say(PROVENANCE[provenance]) if provenance else ""
    yield message("Edition"), clientele.edition or ""
    yield message("Source"), _say(catalogue.site.source, voice)
    yield message("Source of the weights"), _say(clientele.source, voice)


def _explain(
    catalogue: Catalogue, clientele: Clientele, voice: Voice
) -> Iterator[tuple[Message, str]]:
    weights = voice.say(WEIGHTS[clientele.weights.kind])
    yield message("Weights"), f"{weights} {_say(clientele.weights.note, voice)}".strip()
    yield message("Computation"), " ".join(voice.say(words) for words in _HOW_TO_COMPUTE)
    most = next(r.maximum for r in catalogue.rubrics if r.id == clientele.rubric)
    yield message("Most points"), voice.number(most, plain_digits(most))
    yield message("Reading"), " ".join(voice.say(words) for words in _HOW_TO_READ)


def _identify(origin: Origin, tool_version: str, voice: Voice) -> Iterator[tuple[Message, str]]:
    yield message("Revision"), origin.revision or ""
    yield message("Date"), voice.date(origin.day)
    yield message("Tool"), f"cvcgen {tool_version}"


def _say(text: Text | None, voice: Voice) -> str:
    return "" if text is None else voice.localise(text).text.strip()
