"""Files to disk: the new site appears at once or not at all, and nothing else is touched.

`write_site` is the way in: `plan` judges the paths, `survey` sees what lies in the folder,
`draft` makes the whole new one beside it, in a work folder (`staging`), `swap` puts it in
place. What the files hold is decided before.
"""

from cvcgen.publish.output.manifest import read_regular
from cvcgen.publish.output.problems import OutputError, Problem
from cvcgen.publish.output.survey import seal_of
from cvcgen.publish.output.writer import Written, is_at_rest, write_site

__all__ = [
    "OutputError",
    "Problem",
    "Written",
    "is_at_rest",
    "read_regular",
    "seal_of",
    "write_site",
]
