"""The words of a comparison: what can happen to a score, why, and what was edited."""

from enum import StrEnum


class Presence(StrEnum):
    """Whether a project has a score for a clientele, and if not, why not."""

    SCORED = "scored"
    NOT_CONCERNED = "not_concerned"
    """The project says that it does not touch the clientele."""
    NO_SCORECARD = "no_scorecard"
    """Both exist; the project has no scorecard for the clientele."""
    NO_PROJECT = "no_project"
    NO_CLIENTELE = "no_clientele"


class ChangeKind(StrEnum):
    """What happened to a project's place for one clientele."""

    APPEARED = "appeared"
    """There was no score; `presence_before` says why."""
    VANISHED = "vanished"
    SCORE_UP = "score_up"
    """Both sides have a total, and it rose."""
    SCORE_DOWN = "score_down"
    BALANCED = "balanced"
    """Its parts changed and cancel out exactly."""
    INTERVAL = "interval"
    """Neither side has a total; what is known of it changed."""
    BECAME_COMPLETE = "became_complete"
    """There was no total, there is one."""
    BECAME_INCOMPLETE = "became_incomplete"
    """There was a total, there is none."""
    RATINGS_GIVEN = "ratings_given"
    """A published total was replaced by ratings."""
    RATINGS_WITHDRAWN = "ratings_withdrawn"
    """Ratings were replaced by a published total."""
    COVERAGE = "coverage"
    """The share of the weight that applies changed."""
    RANK_UP = "rank_up"
    """The rank is a smaller number than it was."""
    RANK_DOWN = "rank_down"
    RANK_GAINED = "rank_gained"
    """It was scored without a rank, and has one."""
    RANK_LOST = "rank_lost"
    TIE_MADE = "tie_made"
    """It shares its rank with a project with which it did not."""
    TIE_BROKEN = "tie_broken"
    GATE_OPENED = "gate_opened"
    """The project was not feasible, and no longer is that."""
    GATE_CLOSED = "gate_closed"


class CauseKind(StrEnum):
    """What a part of a score's change comes from."""

    RATING = "rating"
    """The points of a value; before and after are points."""
    WEIGHT = "weight"
    """The share of a value in the whole weight; before and after are in percent."""
    RUBRIC = "rubric"
    """The largest points of the scale; before and after are those. Without a value: its
    least points as a share of the largest, which bounds an incomplete score."""
    VALUE_ADDED = "value_added"
    """The value is new in the pyramid; after is its rating."""
    VALUE_REMOVED = "value_removed"
    RATERS_RULE = "raters_rule"
    """The same raters gave the same, and another rule says which counts; before and after
    are points."""
    APPLICABILITY = "applicability"
    """The value became or ceased to be not applicable; before and after are ratings."""
    COVERAGE = "coverage"
    """Other values' applicability or weight rescales this one; before and after are in
    percent of the weight."""
    PUBLISHED = "published"
    """A published total stands on one side or both; before and after are totals."""
    COMPLETENESS = "completeness"
    """The value was rated for the first time, or its rating taken back."""
    FEASIBILITY = "feasibility"
    """The gate opened or closed; moves no total."""


class Unrated(StrEnum):
    """The two states of a rating without points."""

    NOT_RATED = "not_rated"
    NOT_APPLICABLE = "not_applicable"


class ScorecardForm(StrEnum):
    """The three forms of a scorecard."""

    RATED = "rated"
    PUBLISHED = "published"
    NOT_CONCERNED = "not_concerned"


class EditKind(StrEnum):
    """Which part of a record was edited; in brackets what before and after are."""

    WEIGHT = "weight"
    """A declared weight in a pyramid [the number, or None where none is written]."""
    VALUE_ADDED = "value_added"
    """A value in a pyramid [None, its declared weight]."""
    VALUE_REMOVED = "value_removed"
    VALUES_REORDERED = "values_reordered"
    """The order of importance [the value ids]; moves no score."""
    WEIGHTS_KIND = "weights_kind"
    """How the weights came about [a `WeightsKind`]; moves scores to or from equal."""
    WEIGHTS_TOTAL = "weights_total"
    """The declared sum [the number]; moves no score by itself."""
    RUBRIC = "rubric"
    """Which rubric a clientele is rated with [the id]."""
    EDITION = "edition"
    """A clientele's edition [the text or None]."""
    LEVEL_ADDED = "level_added"
    """A level of a rubric [None, its points]."""
    LEVEL_REMOVED = "level_removed"
    LEVEL_POINTS = "level_points"
    """The same level has other points [the points]."""
    SCORECARD = "scorecard"
    """A scorecard came, went or took another form [a `ScorecardForm` or None]."""
    RATING = "rating"
    """A rating [points, an `Unrated`, or None where the scorecard does not name the value]."""
    PUBLISHED = "published"
    """A published total, in percent [the number or None]."""
    RATER_POINTS = "rater_points"
    """What one of several raters gave [as for a rating]; the rule says what it moves."""
    RATERS_RULE = "raters_rule"
    """Which of several raters' ratings counts [a `RatersRule` or None]."""
    RATED_ON = "rated_on"
    """The date of a scorecard's ratings [the text or None]."""
    FEASIBILITY = "feasibility"
    """[a `Feasibility`]"""
    STATUS = "status"
    """[a `Status` or None]"""
    PROVENANCE = "provenance"
    """[a `Provenance` or None]"""
    LANGUAGES = "languages"
    """The site's languages, the default first [the codes]."""
    REPOSITORY_URL = "repository_url"
    """[the address or None]"""
    REPOSITORY_BRANCH = "repository_branch"
    """[the name or None]"""
    SITE_URL = "site_url"
    """Where the site is published [the address or None]."""
    NOINDEX = "noindex"
    """Whether search engines are asked not to list the site ["true" or None]."""
    WAIVER = "waiver"
    """An accepted warning [its last day, or None]; moves no score."""


class RecordEvent(StrEnum):
    """What happened to a whole record."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
