"""CVC301 to CVC308: whether a file has the keys and values of its kind, as schemas say."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

FORM_RULES = (
    Rule(
        code="CVC301",
        name="wrong-type",
        severity=Severity.ERROR,
        title=message("Every value is of the type that its key wants"),
        why=message(
            "A text, a number, a list and a mapping are not interchangeable: weights can only"
            " be added up, and points compared, where they are numbers."
        ),
        bad='weight: "18"',
        good="weight: 18",
    ),
    Rule(
        code="CVC302",
        name="unknown-key",
        severity=Severity.ERROR,
        title=message("Every key is one of the format's"),
        why=message(
            "A key with a slip of the pen would otherwise be skipped in silence, and what it"
            " says would be missing from the site."
        ),
        bad="titel: Guichet",
        good="title: Guichet",
    ),
    Rule(
        code="CVC303",
        name="missing-key",
        severity=Severity.ERROR,
        title=message("The keys that a record cannot do without are there"),
        why=message(
            "A project without a title has no page to speak of, and a pyramid without weights"
            " gives no score. Nothing is made up in their place."
        ),
        bad="- {value: rapidite}",
        good="- {value: rapidite, weight: 12}",
    ),
    Rule(
        code="CVC304",
        name="unknown-choice",
        severity=Severity.ERROR,
        title=message("Where a key offers a choice of words, the value is one of them"),
        why=message(
            "Pages, filters and exports know a fixed set of words. They stand in English in"
            " the files, and each language of the site shows its own."
        ),
        bad="feasibility: yes-probably",
        good="feasibility: feasible",
    ),
    Rule(
        code="CVC305",
        name="malformed-text",
        severity=Severity.ERROR,
        title=message("A text is not empty, and has the form that its key wants"),
        why=message(
            "An empty title leaves a blank on a page; a date, a language code or a web address"
            " in another form cannot be sorted, translated or followed. Without a space after"
            " `fr:`, the language would be shown as a part of the text."
        ),
        bad="rated: 1er octobre 2026",
        good='rated: "2026-10-01"',
    ),
    Rule(
        code="CVC306",
        name="out-of-range",
        severity=Severity.ERROR,
        title=message("A number lies within the bounds of its key"),
        why=message(
            "A weight is above 0, points are 0 or more, a percentage goes from 0 to 100."
            " Anything else would give scores below 0% or above 100%."
        ),
        bad="- {value: rapidite, weight: -12}",
        good="- {value: rapidite, weight: 12}",
    ),
    Rule(
        code="CVC307",
        name="item-count",
        severity=Severity.ERROR,
        title=message("A list has enough items, and none of them twice"),
        why=message(
            "A rubric with a single level cannot tell projects apart, a pyramid without values"
            " has nothing to rate, and a language listed twice would be published twice."
        ),
        bad="languages: [fr, en, fr]",
        good="languages: [fr, en]",
    ),
    Rule(
        code="CVC308",
        name="contradicting-keys",
        severity=Severity.ERROR,
        title=message("No two keys of a mapping contradict each other"),
        why=message(
            "A clientele that is not concerned has no ratings, a value that is not applicable"
            " has no points, and equal weights are not written one by one. With both, nobody"
            " can tell which is meant."
        ),
        bad="intervenants:\n  not_concerned: Ne touche que le public\n  published: 40",
        good="intervenants:\n  not_concerned: Ne touche que le public",
    ),
)
"""The rules of this family, in the order of the codes."""
