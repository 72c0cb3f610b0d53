"""Files to disk: the new site appears at once or not at all, and nothing else is touched.

`write_site` is the way in: `plan` judges the artifacts before the disk is touched, `survey`
sees what lies in the folder, `staging` makes the whole new folder beside it, `swap` puts it
in place. What the files hold is decided before.
"""

from cvcgen.publish.output.problems import OutputError, Problem
from cvcgen.publish.output.writer import Written, write_site

__all__ = ["OutputError", "Problem", "Written", "write_site"]
