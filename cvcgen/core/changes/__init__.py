"""Two states of the content to what differs: which scores moved, and why, exactly.

`compare` takes two `State`s and gives a `Comparison`; `summarise` counts what is in it.
Reading states is for `sources`, showing comparisons for `reports` and `publish`.
"""

from cvcgen.core.changes.compare import compare
from cvcgen.core.changes.comparison import Cause, Comparison, ScoreChange
from cvcgen.core.changes.differences import (
    Edit,
    Fact,
    RecordChange,
    RecordKey,
    Sides,
    WordingEdit,
)
from cvcgen.core.changes.kinds import (
    CauseKind,
    ChangeKind,
    EditKind,
    Presence,
    RecordEvent,
    Unrated,
)
from cvcgen.core.changes.state import State
from cvcgen.core.changes.summary import Summary, is_first, summarise

__all__ = [
    "Cause",
    "CauseKind",
    "ChangeKind",
    "Comparison",
    "Edit",
    "EditKind",
    "Fact",
    "Presence",
    "RecordChange",
    "RecordEvent",
    "RecordKey",
    "ScoreChange",
    "Sides",
    "State",
    "Summary",
    "Unrated",
    "WordingEdit",
    "compare",
    "is_first",
    "summarise",
]
