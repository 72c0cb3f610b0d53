"""Files to disk: the new site appears at once or not at all, and nothing else is touched.

`write_site` is the way in: `plan` judges the paths, `survey` sees what lies in the folder,
`draft` makes the whole new one beside it, in a work folder (`staging`), `swap` puts it in
place. What the files hold is decided before. `rest` tells whether all that was needless.
"""

from typing import TYPE_CHECKING

from cvcgen.latenames import load_late

if TYPE_CHECKING:
    from cvcgen.publish.output.manifest import read_regular
    from cvcgen.publish.output.problems import OutputError, Problem
    from cvcgen.publish.output.rest import describe_rest, is_exact, lies_as
    from cvcgen.publish.output.survey import seal_of
    from cvcgen.publish.output.writer import write_site
    from cvcgen.publish.output.written import Written

__all__ = (
    "OutputError",
    "Problem",
    "Written",
    "describe_rest",
    "is_exact",
    "lies_as",
    "read_regular",
    "seal_of",
    "write_site",
)
_HOMES = {
    "cvcgen.publish.output.manifest": ("read_regular",),
    "cvcgen.publish.output.problems": ("OutputError", "Problem"),
    "cvcgen.publish.output.rest": ("describe_rest", "is_exact", "lies_as"),
    "cvcgen.publish.output.survey": ("seal_of",),
    "cvcgen.publish.output.writer": ("write_site",),
    "cvcgen.publish.output.written": ("Written",),
}
"""Where each name is at home; a build with nothing to do needs `rest` alone."""

if not TYPE_CHECKING:  # or else every name would pass for one of this package
    __getattr__ = load_late(__name__, _HOMES)
