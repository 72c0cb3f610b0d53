"""What cvcgen can do, as functions: values in, values out.

The command line parses options and prints reports; everything between is decided here.
"""

from cvcgen.app.building import Built, build, render
from cvcgen.app.chronicling import History, history
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

__all__ = (
    "Built",
    "Checked",
    "Compared",
    "EnvironmentFailure",
    "Evaluated",
    "History",
    "Ranked",
    "ScoredAlone",
    "build",
    "check",
    "check_snapshot",
    "diff",
    "evaluate_checked",
    "evaluate_site",
    "history",
    "rank_states",
    "render",
    "score_alone",
)
