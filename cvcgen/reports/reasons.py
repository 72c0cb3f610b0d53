"""Why a score stands beside the ranking, in words."""

from collections.abc import Mapping

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Catalogue, ValueId
from cvcgen.core.ranking import LEAST_COVERAGE, Place, Unranked
from cvcgen.core.scoring import HUNDRED
from cvcgen.reports.reader import Reader


def unranked_reason(place: Place, names: Mapping[ValueId, str], reader: Reader) -> str:
    """The reason, with the values it is about; empty where the place has a rank."""
    if place.unranked is None:
        return ""
    if place.unranked is Unranked.INCOMPLETE:
        return _not_rated(place, names, reader)
    if place.unranked is Unranked.LOW_COVERAGE:
        return reader.say(
            message(
                "the values that apply weigh {coverage}, less than {least}",
                coverage=coverage(place, reader),
                least=reader.percent(HUNDRED * LEAST_COVERAGE, 0),
            )
        )
    if place.unranked is Unranked.EMPTY:
        return reader.phrases.one("no value applies")
    return reader.phrases.one("not feasible")


def coverage(place: Place, reader: Reader) -> str:
    """How much of the weight applies, in percent."""
    share = HUNDRED * place.score.coverage
    return reader.percent(share, 0 if share.denominator == 1 else 1)


def value_names(catalogue: Catalogue, reader: Reader) -> Mapping[ValueId, str]:
    """What each value is called; its id where it has no name."""
    return {
        value.id: reader.text(value.name, catalogue.site) or value.id
        for value in catalogue.values
    }


def _not_rated(place: Place, names: Mapping[ValueId, str], reader: Reader) -> str:
    missing = place.score.missing
    template = reader.phrases.many(
        "{count} value not rated: {names}", "{count} values not rated: {names}", len(missing)
    )
    listed = ", ".join(names.get(value, value) for value in missing)
    return template.format(count=len(missing), names=listed)
