"""A clientele's pyramid: its values from the most important down, with their weights."""

from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele, ValueId
from cvcgen.core.scoring import HUNDRED, weight_shares
from cvcgen.publish.numbers import shared_digits
from cvcgen.publish.sourcelinks import line_link
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.views.figures import Band, Bar, draw_bar, draw_pyramid
from cvcgen.publish.views.ratingfigures import MOST_WEIGHT_DIGITS


@dataclass(frozen=True, slots=True)
class PyramidRow:
    """One value of a pyramid."""

    value: Link
    """The value's page."""
    weight: str
    """Its weight in percent."""
    band: Band
    """Its band of the drawing."""
    bar: Bar
    """Its weight drawn, beside the heaviest."""
    file_href: str | None
    """The line that gives the weight; None where it is not asked for or not known."""


@dataclass(frozen=True, slots=True)
class PyramidView:
    """A whole pyramid."""

    finding: str
    """What stands out, in a sentence."""
    rows: tuple[PyramidRow, ...]
    """From the top."""
    equal: bool
    """Whether all values weigh the same: then nothing is above anything."""


def show_pyramid(
    page: PageContext, clientele: Clientele, *, sourced: bool = False
) -> PyramidView:
    """The pyramid, as declared: the most important value on top.

    With `sourced`, each weight leads to its line in the repository, where that is known.
    """
    repository = page.site.catalogue.site.repository if sourced else None
    weights = weights_in_percent(clientele)
    digits = shared_digits(weights.values(), MOST_WEIGHT_DIGITS)
    heaviest = max(weights.values(), default=HUNDRED)
    bands = draw_pyramid(len(weights))
    rows = tuple(
        PyramidRow(
            value=page.value_link(value),
            weight=page.voice.percent(weight, digits),
            band=band,
            bar=draw_bar(HUNDRED * weight / heaviest),
            file_href=line_link(repository, page.site.here, entry.where),
        )
        for (value, weight), entry, band in zip(
            weights.items(), clientele.pyramid, bands, strict=True
        )
    )
    equal = len(set(weights.values())) == 1
    return PyramidView(_finding(page, rows, equal), rows, equal)


def weights_in_percent(clientele: Clientele) -> dict[ValueId, Fraction]:
    """The weight of each value in percent, in the pyramid's order; they sum to 100."""
    return {value: HUNDRED * share for value, share in weight_shares(clientele).items()}


def _finding(page: PageContext, rows: tuple[PyramidRow, ...], equal: bool) -> str:
    if equal:
        return page.voice.many(
            "The only value counts for everything.",
            "The {count} values all weigh the same.",
            len(rows),
        )
    first, last = rows[0], rows[-1]
    return page.voice.say(
        message(
            "{first} matters most ({most}), {last} least ({least}).",
            first=first.value.label,
            most=first.weight,
            last=last.value.label,
            least=last.weight,
        )
    )
