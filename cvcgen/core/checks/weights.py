"""A pyramid's weights must sum to the declared total, and follow the declared order."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from cvcgen.core.checks.wording import shown
from cvcgen.core.diagnostics import Diagnostic, Message, Note, Severity, message
from cvcgen.core.model import Catalogue, Clientele

_MOST_ADDENDS = 24


def check_weight_sums(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC405: the weights sum to the total; every addend is shown."""
    for clientele in catalogue.clienteles:
        weights = [entry.weight for entry in clientele.pyramid if entry.weight is not None]
        total = clientele.weights.total
        if len(weights) < len(clientele.pyramid) or not weights or sum(weights) == total:
            continue
        found = message(
            "the weights sum to {sum}, not to {total}: {addends}",
            sum=shown(sum(weights, Fraction(0))),
            total=shown(total),
            addends=_addends(weights),
        )
        yield Diagnostic(
            "CVC405", found, clientele.pyramid_where, hint=_to_total(weights, total)
        )


def _to_total(weights: list[Fraction], total: Fraction) -> Message:
    """What lacks to the total, or that the weights are parts of 1."""
    whole = sum(weights, Fraction(0))
    if whole == 1:
        return message(
            "write percents, such as `{percent}` for `{part}`; or `total: 1` under `weights`",
            percent=shown(weights[0] * total),
            part=shown(weights[0]),
        )
    if whole < total:
        return message("{amount} is missing", amount=shown(total - whole))
    return message("{amount} is too much", amount=shown(whole - total))


def check_weight_order(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC416, a warning: no value weighs more than one declared more important."""
    for clientele in catalogue.clienteles:
        yield from _heavier_than_above(clientele)


def _heavier_than_above(clientele: Clientele) -> Iterator[Diagnostic]:
    for above, below in pairwise(clientele.pyramid):
        if above.weight is None or below.weight is None or below.weight <= above.weight:
            continue
        found = message(
            "`{below}` weighs more than `{above}`, which stands above it",
            below=below.value,
            above=above.value,
        )
        note = Note(above.where, message("its weight is {weight}", weight=shown(above.weight)))
        hint = message("the pyramid goes from the most important value to the least")
        yield Diagnostic("CVC416", found, below.where, (note,), hint, Severity.WARNING)


def _addends(weights: list[Fraction]) -> str:
    addends = [shown(weight) for weight in weights[:_MOST_ADDENDS]]
    return " + ".join([*addends, "…"] if len(weights) > _MOST_ADDENDS else addends)
