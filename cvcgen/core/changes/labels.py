"""The tool's words for what was edited: kinds of records and edits, states, choices."""

from collections.abc import Sequence

from cvcgen.core.changes.kinds import (
    CauseKind,
    ChangeKind,
    EditKind,
    Presence,
    RecordEvent,
    ScorecardForm,
    Unrated,
)
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import (
    Feasibility,
    Kind,
    Origin,
    Provenance,
    RatersRule,
    Status,
    WeightsKind,
)

KINDS = {
    None: message("settings"),
    Kind.PROJECT: message("project"),
    Kind.CLIENTELE: message("clientele"),
    Kind.VALUE: message("value"),
    Kind.RUBRIC: message("rating scale"),
}
EVENTS = {
    RecordEvent.ADDED: message("Added: {kind} {record}"),
    RecordEvent.REMOVED: message("Removed: {kind} {record}"),
    RecordEvent.RENAMED: message("New id: {kind} {record}, before: {former}"),
}
EDITS = {
    EditKind.WEIGHT: message("weight of {value}"),
    EditKind.VALUE_ADDED: message("{value} added to the pyramid"),
    EditKind.VALUE_REMOVED: message("{value} removed from the pyramid"),
    EditKind.VALUES_REORDERED: message("order of importance"),
    EditKind.WEIGHTS_KIND: message("how the weights came about"),
    EditKind.WEIGHTS_TOTAL: message("declared sum of the weights"),
    EditKind.RUBRIC: message("rating scale"),
    EditKind.EDITION: message("edition"),
    EditKind.LEVEL_ADDED: message("level added"),
    EditKind.LEVEL_REMOVED: message("level removed"),
    EditKind.LEVEL_POINTS: message("points of a level"),
    EditKind.SCORECARD: message("scorecard"),
    EditKind.RATING: message("rating of {value}"),
    EditKind.PUBLISHED: message("published total"),
    EditKind.RATER_POINTS: message("rating of {value} by {part}"),
    EditKind.RATERS_RULE: message("which of several raters' ratings counts"),
    EditKind.RATED_ON: message("date of the rating"),
    EditKind.FEASIBILITY: message("feasibility"),
    EditKind.STATUS: message("status"),
    EditKind.PROVENANCE: message("provenance"),
    EditKind.LANGUAGES: message("languages"),
    EditKind.REPOSITORY_URL: message("address of the repository"),
    EditKind.REPOSITORY_BRANCH: message("branch of the repository"),
    EditKind.SITE_URL: message("address of the site"),
    EditKind.NOINDEX: message("asking search engines not to list the site"),
    EditKind.WAIVER: message("waiver of {part}"),
}
_UNRATED = {
    str(Unrated.NOT_RATED): message("not rated"),
    str(Unrated.NOT_APPLICABLE): message("not applicable"),
}
FEASIBILITY = {
    str(Feasibility.FEASIBLE): message("feasible"),
    str(Feasibility.NOT_FEASIBLE): message("not feasible"),
    str(Feasibility.UNDETERMINED): message("to be determined"),
}
CHOICES = {
    EditKind.FEASIBILITY: FEASIBILITY,
    EditKind.STATUS: {
        str(Status.PROPOSED): message("proposed"),
        str(Status.PLANNED): message("planned"),
        str(Status.UNDERWAY): message("under way"),
        str(Status.DELIVERED): message("delivered"),
        str(Status.ABANDONED): message("abandoned"),
    },
    EditKind.PROVENANCE: {
        str(Provenance.PUBLISHED): message("Published data"),
        str(Provenance.RECONSTRUCTED): message("Reconstructed data"),
        str(Provenance.ILLUSTRATIVE): message("Illustrative data"),
    },
    EditKind.WEIGHTS_KIND: {
        str(WeightsKind.EQUAL): message("equal weights"),
        str(WeightsKind.DECLARED): message("declared weights"),
        str(WeightsKind.ILLUSTRATIVE): message("illustrative weights"),
        str(WeightsKind.DERIVED): message("weights derived from a survey"),
    },
    EditKind.SCORECARD: {
        str(ScorecardForm.RATED): message("rated"),
        str(ScorecardForm.PUBLISHED): message("only the total was published"),
        str(ScorecardForm.NOT_CONCERNED): message("not concerned"),
    },
    EditKind.NOINDEX: {"true": message("yes")},
    EditKind.RATING: _UNRATED,
    EditKind.RATER_POINTS: _UNRATED,
    EditKind.RATERS_RULE: {
        str(RatersRule.CONSENSUS): message("consensus"),
        str(RatersRule.MEDIAN): message("median"),
    },
}
"""For each kind of edit whose facts are words of an enumeration, those words."""
REWEIGHTED = message("{value}: weight {before} → {after}, since all weights make up 100%")
LOWEST_RATING = message("lowest rating possible, over the highest: {before} → {after}")
WORKING_TREE = message("working tree")
"""A folder as it stands; `Origin.label` has these words in English."""
_CHANGED = message("{value}: {before} → {after}")
CAUSES = {
    CauseKind.RATING: _CHANGED,
    CauseKind.RATERS_RULE: message(
        "{value}: {before} → {after}, by another rule for several raters"
    ),
    CauseKind.APPLICABILITY: _CHANGED,
    CauseKind.COMPLETENESS: _CHANGED,
    CauseKind.WEIGHT: message("{value}: weight {before} → {after}"),
    CauseKind.RUBRIC: message("highest rating possible: {before} → {after} points"),
    CauseKind.COVERAGE: message(
        "share of the weight that applies: {before} → {after}, so the other values count"
        " otherwise"
    ),
    CauseKind.VALUE_ADDED: message("{value}: new in the pyramid, {after}"),
    CauseKind.VALUE_REMOVED: message("{value}: no longer in the pyramid, was {before}"),
    CauseKind.FEASIBILITY: message("feasibility: {before} → {after}"),
}
"""What each kind says; a published total has sentences of its own."""
APPEARED = {
    Presence.NO_PROJECT: message("new project"),
    Presence.NO_CLIENTELE: message("new clientele"),
    Presence.NO_SCORECARD: message("new scorecard for this clientele"),
    Presence.NOT_CONCERNED: message("was not concerned"),
}
"""Why there was no score before."""
BACK = {
    Presence.NO_PROJECT: message("project back; it had been gone since {date}"),
    Presence.NO_CLIENTELE: message("clientele back; it had been gone since {date}"),
    Presence.NO_SCORECARD: message("scorecard back; it had been gone since {date}"),
    Presence.NOT_CONCERNED: message("concerned again; it had not been since {date}"),
}
"""The same where it was there even earlier, and went on that day."""
RECORD_BACK = message("Back, after an absence since {date}: {kind} {record}")
"""A record that was added, removed and added again."""
VANISHED = {
    Presence.NO_PROJECT: message("project removed"),
    Presence.NO_CLIENTELE: message("clientele removed"),
    Presence.NO_SCORECARD: message("scorecard removed"),
    Presence.NOT_CONCERNED: message("no longer concerned: {why}"),
}
"""Why there is no score any more; where it is not concerned, with the reason that it gives."""
BECAME = {
    ChangeKind.BALANCED: message("its parts changed and cancel out"),
    ChangeKind.INTERVAL: message("still incomplete"),
    ChangeKind.BECAME_COMPLETE: message("now complete"),
    ChangeKind.BECAME_INCOMPLETE: message("no longer complete"),
    ChangeKind.RATINGS_GIVEN: message("rated, where only a total was published"),
    ChangeKind.RATINGS_WITHDRAWN: message(
        "only a total is published, where there were ratings"
    ),
    ChangeKind.RANK_GAINED: message("now ranked"),
}
"""What became of a score beside its figure; whoever lost a rank is told the reason too."""
TIED = message("now tied with {names}")
UNTIED = message("no longer tied with {names}")
PASSED = message("no longer behind {names}")
PASSED_BY = message("now behind {names}")


def say_origin(origin: Origin) -> Message | None:
    """What the state is called in words of ours; None where people gave it its name."""
    if origin.ancestor_of:
        one, other = origin.ancestor_of
        return message("the common ancestor of {one} and {other}", one=one, other=other)
    unnamed = origin.revision is None and origin.label == WORKING_TREE.template
    return WORKING_TREE if unnamed else None


def say_published(published: Sequence[bool], before: str, after: str) -> Message:
    """A total that was published and is now rated, the reverse, or another one.

    `published` tells for each side whether its total was published without ratings.
    """
    if all(published):
        return message("published total {before} → {after}", before=before, after=after)
    if published[0]:
        return message("ratings in place of the published total {before}", before=before)
    return message("the published total {after} in place of ratings", after=after)
