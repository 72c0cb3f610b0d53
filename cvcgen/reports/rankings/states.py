"""Which states of the content a ranking comes from, in words, where it is not today's."""

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Origin
from cvcgen.reports.changes.origins import named_origin
from cvcgen.reports.reader import Reader


def tell_states(ratings: Origin, weights: Origin, reader: Reader) -> str:
    """A sentence without a full stop; empty for the working tree as it stands."""
    names = [_dated(origin, reader) for origin in (ratings, weights)]
    if names[0] != names[1]:
        return reader.say(
            message(
                "What if: the ratings of «{ratings}» under the weights of «{weights}»",
                ratings=names[0],
                weights=names[1],
            )
        )
    if ratings.revision is None:
        return ""
    return reader.say(message("As of {state}", state=names[0]))


def _dated(origin: Origin, reader: Reader) -> str:
    """The state with the day of its commit: «v1 (4f2a9c1d20), 2026-10-31»."""
    named = named_origin(origin, reader)
    return f"{named}, {origin.day}" if origin.day else named
