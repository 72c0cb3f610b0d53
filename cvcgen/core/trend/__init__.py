"""States of the content, one after the other, to one series per project and clientele.

`trend` takes the revisions of a history, oldest first, and gives a `Trend`: each series is
followed through renames, with a point wherever its score or rank is another one, wherever the
method changed and around every revision that could not be read. Reading revisions is for
`sources`, showing series for `reports` and `publish`.
"""

from cvcgen.core.trend.breaks import BREAKING, find_breaks
from cvcgen.core.trend.feeds import feed_name
from cvcgen.core.trend.series import (
    Lost,
    Moment,
    Occasion,
    Point,
    Series,
    Subject,
    Trend,
    company,
    lacked,
    last_records,
    present_ids,
)
from cvcgen.core.trend.tracks import trend

__all__ = [
    "BREAKING",
    "Lost",
    "Moment",
    "Occasion",
    "Point",
    "Series",
    "Subject",
    "Trend",
    "company",
    "feed_name",
    "find_breaks",
    "lacked",
    "last_records",
    "present_ids",
    "trend",
]
