"""How many faults a report for people shows: enough of each file to work on, never a flood.

Reports for programs hold all of them: what compares two would take a missing one for mended.
"""

from collections import Counter
from collections.abc import Sequence

from cvcgen.core.diagnostics import Diagnostic, Severity
from cvcgen.reports.diagnostics.summary import file_of

MOST_OF_FILE = 200
"""Of one file: more than are told of its form, so that none of those is hidden."""
MOST_IN_ALL = 1_000
"""Of all files."""


def those_shown(diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Those that are shown, in their order; where not all are, errors before warnings."""
    if len(diagnostics) <= MOST_OF_FILE:
        return diagnostics
    of_file: Counter[str] = Counter()
    kept: set[int] = set()
    order = range(len(diagnostics))
    for place in sorted(order, key=lambda at: diagnostics[at].severity is not Severity.ERROR):
        file = file_of(diagnostics[place].location)
        if len(kept) < MOST_IN_ALL and of_file[file] < MOST_OF_FILE:
            of_file[file] += 1
            kept.add(place)
    return [diagnostics[place] for place in order if place in kept]
