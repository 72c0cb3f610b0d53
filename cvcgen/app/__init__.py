"""What cvcgen can do, as functions: values in, values out.

The command line parses options and prints reports; everything between is decided here. What
only the preview server needs is in `livesite`. A name is loaded when somebody asks for it: a
build with nothing to do needs neither YAML nor comparisons.
"""

from typing import TYPE_CHECKING

from cvcgen.latenames import load_late

if TYPE_CHECKING:
    from cvcgen.app.building import Way, build, render
    from cvcgen.app.chronicling import (
        STARTS_LATE,
        History,
        Past,
        find_past,
        history,
        recall,
        tell_past,
    )
    from cvcgen.app.comparing import Compared, Ranked, diff, rank_states
    from cvcgen.app.evaluation import (
        Checked,
        Evaluated,
        check,
        check_snapshot,
        evaluate_checked,
        evaluate_site,
        score_alone,
    )
    from cvcgen.app.failures import EnvironmentFailure
    from cvcgen.sources.idlisting import list_ids

__all__ = (
    "STARTS_LATE",
    "Checked",
    "Compared",
    "EnvironmentFailure",
    "Evaluated",
    "History",
    "Past",
    "Ranked",
    "Way",
    "build",
    "check",
    "check_snapshot",
    "diff",
    "evaluate_checked",
    "evaluate_site",
    "find_past",
    "history",
    "list_ids",
    "rank_states",
    "recall",
    "render",
    "score_alone",
    "tell_past",
)
_HOMES = {
    "cvcgen.app.building": ("Way", "build", "render"),
    "cvcgen.app.chronicling": (
        *("STARTS_LATE", "History", "Past", "find_past", "history", "recall", "tell_past"),
    ),
    "cvcgen.app.comparing": ("Compared", "Ranked", "diff", "rank_states"),
    "cvcgen.app.evaluation": (
        *("Checked", "Evaluated", "check", "check_snapshot"),
        *("evaluate_checked", "evaluate_site", "score_alone"),
    ),
    "cvcgen.app.failures": ("EnvironmentFailure",),
    "cvcgen.sources.idlisting": ("list_ids",),
}
"""Where each name is at home."""

if not TYPE_CHECKING:  # or else every name would pass for one of this package
    __getattr__ = load_late(__name__, _HOMES)
