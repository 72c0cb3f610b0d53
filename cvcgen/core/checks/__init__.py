"""The rules that no schema can state: how the records of a catalogue fit together.

One function each, from a catalogue to diagnostics; none stops at the first fault, and none
reports what another has already said of the same place.
"""

from collections.abc import Callable, Iterator

from cvcgen.core.checks.published import check_published_totals
from cvcgen.core.checks.raters import check_disagreements, check_raters
from cvcgen.core.checks.ratings import check_points, check_rated_values, check_uniform_ratings
from cvcgen.core.checks.references import check_clienteles, check_rubrics, check_values
from cvcgen.core.checks.rubrics import check_level_points, check_value_levels
from cvcgen.core.checks.weights import check_weight_order, check_weight_sums
from cvcgen.core.diagnostics import Diagnostic, sort_diagnostics
from cvcgen.core.model import Catalogue

Check = Callable[[Catalogue], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    check_clienteles,
    check_rubrics,
    check_values,
    check_level_points,
    check_value_levels,
    check_weight_sums,
    check_weight_order,
    check_rated_values,
    check_points,
    check_uniform_ratings,
    check_published_totals,
    check_raters,
)
"""Every rule, in the order of the codes."""
PROJECT_CHECKS: tuple[Check, ...] = (
    check_clienteles,
    check_rated_values,
    check_points,
    check_uniform_ratings,
    check_published_totals,
    check_raters,
)
"""Those of them that judge projects, one by one; the others do not look at any."""
STRICT_CHECKS: tuple[Check, ...] = (check_disagreements,)
"""What only a strict check reports."""


def check_catalogue(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Every fault of the catalogue, sorted."""
    return sort_diagnostics(found for check in CHECKS for found in check(catalogue))


def check_projects(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Every fault of its projects, sorted."""
    return sort_diagnostics(found for check in PROJECT_CHECKS for found in check(catalogue))


def check_strictly(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """What only a strict check reports, sorted."""
    return sort_diagnostics(found for check in STRICT_CHECKS for found in check(catalogue))
