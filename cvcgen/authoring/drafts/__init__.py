"""A new file for each kind of record: valid at once, every key explained in its comments."""

from cvcgen.authoring.drafts.clientele import draft_clientele
from cvcgen.authoring.drafts.commission import Commission
from cvcgen.authoring.drafts.project import draft_project
from cvcgen.authoring.drafts.rubric import draft_rubric
from cvcgen.authoring.drafts.value import draft_value

__all__ = [
    "Commission",
    "draft_clientele",
    "draft_project",
    "draft_rubric",
    "draft_value",
]
