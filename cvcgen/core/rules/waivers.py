"""CVC501 to CVC503: whether the waivers of warnings hold."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

WAIVER_RULES = (
    Rule(
        code="CVC501",
        name="waiver-expired",
        severity=Severity.ERROR,
        title=message("No waiver outlives its expiry date"),
        why=message(
            "A waiver accepts a warning for a while, and its date is a promise to look again."
            " It is judged on the day of the revision, or on that of `--today`, so that an old"
            " revision stays what it was."
        ),
        bad='waivers:\n  - {code: CVC416, reason: À revoir, until: "2020-01-31"}',
        good='waivers:\n  - {code: CVC416, reason: À revoir, until: "2099-12-31"}',
    ),
    Rule(
        code="CVC502",
        name="not-waivable",
        severity=Severity.ERROR,
        title=message("Only warnings are waived"),
        why=message(
            "An error leaves nothing to publish: with weights that do not sum up there is no"
            " score to argue about. And a waiver cannot vouch for another."
        ),
        bad='waivers:\n  - {code: CVC405, reason: Arrondi, until: "2099-12-31"}',
        good="pyramid:\n  - {value: securite, weight: 60}\n  - {value: rapidite, weight: 40}",
    ),
    Rule(
        code="CVC503",
        name="unused-waiver",
        severity=Severity.WARNING,
        title=message("Every waiver silences a warning"),
        why=message(
            "What it silenced has been mended, or stands elsewhere. Left behind, it would one"
            " day silence something that nobody has looked at."
        ),
        bad='waivers:\n  - {code: CVC417, reason: Mesuré, until: "2099-12-31"}',
        good="waivers: []",
    ),
)
"""The rules of this family, in the order of the codes."""
