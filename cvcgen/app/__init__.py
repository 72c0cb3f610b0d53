"""What cvcgen can do, as functions: values in, values out.

The command line parses options and prints reports; everything between is decided here. What
only the preview server needs is in `livesite`, so that no other command loads it.
"""

from cvcgen.app.building import Built, Way, build, render
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
    ScoredAlone,
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
    "Built",
    "Checked",
    "Compared",
    "EnvironmentFailure",
    "Evaluated",
    "History",
    "Past",
    "Ranked",
    "ScoredAlone",
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
