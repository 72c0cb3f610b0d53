"""CVC418 to CVC421: whether the ratings of several raters can be told apart and counted."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

RATER_RULES = (
    Rule(
        code="CVC418",
        name="raters-rule-missing",
        severity=Severity.ERROR,
        title=message("Where each rater rated alone, a rule says which rating counts"),
        why=message(
            "Three raters give three ratings, and a score is computed with one. Whether that is"
            " what they agreed on or the one in the middle is for the scorecard to say, so that"
            " anyone can compute it again."
        ),
        bad=(
            "raters: [Équipe A, Équipe B]\n"
            "ratings:\n  securite: {by_rater: {Équipe A: 3, Équipe B: 5}, points: 5}"
        ),
        good=(
            "raters: [Équipe A, Équipe B]\nrule: consensus\n"
            "ratings:\n  securite: {by_rater: {Équipe A: 3, Équipe B: 5}, points: 5}"
        ),
    ),
    Rule(
        code="CVC419",
        name="unknown-rater",
        severity=Severity.ERROR,
        title=message("Points are given by the raters of the scorecard"),
        why=message(
            "The raters are named once, in `raters`; below `by_rater` the same names stand, in"
            " the site's default language. Another name would be a rater whom nobody knows."
        ),
        bad="raters: [Équipe A, Équipe B]\n… by_rater: {Équipe A: 3, Équpe B: 5}",
        good="raters: [Équipe A, Équipe B]\n… by_rater: {Équipe A: 3, Équipe B: 5}",
    ),
    Rule(
        code="CVC420",
        name="rater-left-out",
        severity=Severity.ERROR,
        title=message("Every rater has rated a value, or is said not to have yet"),
        why=message(
            "A rater who is left out could be forgotten, or still have to rate: the median"
            " would change without a word. `null` says that the points are still to come."
        ),
        bad="raters: [Équipe A, Équipe B]\n… by_rater: {Équipe A: 3}",
        good="raters: [Équipe A, Équipe B]\n… by_rater: {Équipe A: 3, Équipe B: null}",
    ),
    Rule(
        code="CVC421",
        name="raters-disagree",
        severity=Severity.WARNING,
        title=message("No two raters are two levels apart or more"),
        why=message(
            "Such a distance seldom comes from judgement alone: the raters had different"
            " things in mind, or read the levels differently. Only `cvcgen check --strict`"
            " reports it; the project's page always shows it."
        ),
        bad="by_rater: {Équipe A: 0, Équipe B: 5}",
        good="by_rater: {Équipe A: 3, Équipe B: 5}",
    ),
)
"""The rules of this family, in the order of the codes."""
