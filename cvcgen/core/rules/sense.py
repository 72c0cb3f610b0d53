"""CVC401 to CVC417: whether the records of a site fit together."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

SENSE_RULES = (
    Rule(
        code="CVC401",
        name="unknown-value",
        severity=Severity.ERROR,
        title=message("A pyramid names values that exist"),
        why=message(
            "Each value of a pyramid is explained on a page of its own, made from a file in"
            " `content/values/`. Without that file nobody can know what was rated."
        ),
        bad="pyramid:\n  - {value: rapidte, weight: 12}",
        good="pyramid:\n  - {value: rapidite, weight: 12}",
    ),
    Rule(
        code="CVC402",
        name="unknown-clientele",
        severity=Severity.ERROR,
        title=message("A scorecard names a clientele that exists"),
        why=message(
            "A score is always the score for a clientele, with its values and weights. Without"
            " its file in `content/clienteles/` there is nothing to compute with."
        ),
        bad="scorecards:\n  citoyen: {published: 62.5}",
        good="scorecards:\n  citoyens: {published: 62.5}",
    ),
    Rule(
        code="CVC403",
        name="unknown-rubric",
        severity=Severity.ERROR,
        title=message("A clientele names a rubric that exists"),
        why=message(
            "The rubric says which points a rating may have and which are the most. Without"
            " its file in `content/rubrics/` no rating can be turned into a percentage."
        ),
        bad="rubric: gains",
        good="rubric: gain",
    ),
    Rule(
        code="CVC404",
        name="value-twice-in-pyramid",
        severity=Severity.ERROR,
        title=message("A value stands once in a pyramid"),
        why=message(
            "A value that stands twice would count twice in every score, and its place in the"
            " order of importance would be unclear."
        ),
        bad="pyramid:\n  - {value: rapidite, weight: 60}\n  - {value: rapidite, weight: 40}",
        good="pyramid:\n  - {value: rapidite, weight: 60}\n  - {value: securite, weight: 40}",
    ),
    Rule(
        code="CVC405",
        name="weights-sum",
        severity=Severity.ERROR,
        title=message("The weights of a pyramid sum to their declared total"),
        why=message(
            "Weights are shares of a whole: 100, unless `total` says otherwise. A sum that is"
            " off by one point is nearly always a typing error, and it moves every score."
        ),
        bad="pyramid:\n  - {value: securite, weight: 60}\n  - {value: rapidite, weight: 30}",
        good="pyramid:\n  - {value: securite, weight: 60}\n  - {value: rapidite, weight: 40}",
    ),
    Rule(
        code="CVC406",
        name="rated-value-not-in-pyramid",
        severity=Severity.ERROR,
        title=message("Only values of the clientele's pyramid are rated"),
        why=message(
            "A value outside the pyramid has no weight, so that its rating would count for"
            " nothing without anyone noticing."
        ),
        bad="ratings:\n  rapidte: 3",
        good="ratings:\n  rapidite: 3",
    ),
    Rule(
        code="CVC407",
        name="value-left-out",
        severity=Severity.ERROR,
        title=message("Every value of the pyramid is rated, or said to be not rated yet"),
        why=message(
            "A value that is left out could be forgotten, not rated yet or worth nothing."
            " `null` says that it is still to be rated: the score is then shown as an"
            " interval, and the project is not ranked."
        ),
        bad="ratings:\n  securite: 3",
        good="ratings:\n  securite: 3\n  rapidite: null",
    ),
    Rule(
        code="CVC408",
        name="points-not-in-rubric",
        severity=Severity.ERROR,
        title=message("The points of a rating are those of a level of the rubric"),
        why=message(
            "Each level says what earns it, so that two teams rate alike. Points between two"
            " levels have no such meaning."
        ),
        bad="ratings:\n  securite: 4",
        good="ratings:\n  securite: 5",
    ),
    Rule(
        code="CVC409",
        name="unreachable-published-total",
        severity=Severity.ERROR,
        title=message("Some ratings can give a published total"),
        why=message(
            "With a given rubric and given weights only certain totals are possible. Any other"
            " one is a typing error, was rounded, or comes from another method; it would be"
            " ranked among totals that it cannot be compared with."
        ),
        bad="clients-2019: {published: 62}",
        good="clients-2019: {published: 62.5}",
    ),
    Rule(
        code="CVC410",
        name="published-total-disagrees",
        severity=Severity.ERROR,
        title=message("A published total is what the ratings beside it give"),
        why=message(
            "Where a scorecard has both, anyone can recompute the total by hand. Two different"
            " figures for one score would cost the site its trust."
        ),
        bad="published: 45\nratings: {securite: 5, rapidite: 5}",
        good="published: 100\nratings: {securite: 5, rapidite: 5}",
    ),
    Rule(
        code="CVC411",
        name="default-language-missing",
        severity=Severity.ERROR,
        title=message("Every text is there in the site's default language"),
        why=message(
            "The default language stands in wherever a translation is missing. Without it a"
            " page would have a hole."
        ),
        bad="name: {en: Speed}",
        good="name: {fr: Rapidité, en: Speed}",
    ),
    Rule(
        code="CVC412",
        name="translation-missing",
        severity=Severity.WARNING,
        title=message("A text that is translated is translated to every language of the site"),
        why=message(
            "Readers of the other language would find a sentence in the default one in the"
            " middle of their page. A text without any `fr:` or `en:` is taken for one that"
            " needs no translation."
        ),
        bad="name: {fr: Rapidité}",
        good="name: {fr: Rapidité, en: Speed}",
    ),
    Rule(
        code="CVC413",
        name="unpublished-language",
        severity=Severity.WARNING,
        title=message("Texts are in languages that the site is published in"),
        why=message(
            "Nobody would ever see the text. Either the language is missing from `languages`"
            " in `cvcgen.yaml`, or its code has a slip of the pen."
        ),
        bad="name: {fr: Rapidité, es: Rapidez}",
        good="name: {fr: Rapidité, en: Speed}",
    ),
    Rule(
        code="CVC414",
        name="same-points-twice",
        severity=Severity.ERROR,
        title=message("No two levels of a rubric have the same points"),
        why=message(
            "A rating is written as points. With two levels of the same points nobody could"
            " tell which of them was meant."
        ),
        bad="levels:\n  - {points: 3, name: Moyen}\n  - {points: 3, name: Fort}",
        good="levels:\n  - {points: 3, name: Moyen}\n  - {points: 5, name: Fort}",
    ),
    Rule(
        code="CVC415",
        name="explained-level-unknown",
        severity=Severity.ERROR,
        title=message("A value explains only levels that its rubric has"),
        why=message(
            "What a value says about 4 points is never shown where the rubric has only 0, 1, 3"
            " and 5: the text would be lost, or was meant for another level."
        ),
        bad="levels:\n  4: Répond le jour même",
        good="levels:\n  5: Répond le jour même",
    ),
    Rule(
        code="CVC416",
        name="weights-out-of-order",
        severity=Severity.WARNING,
        title=message("The weights of a pyramid follow its order"),
        why=message(
            "A pyramid goes from the most important value to the least. A value that weighs"
            " more than the one above it says the contrary of its place."
        ),
        bad="pyramid:\n  - {value: rapidite, weight: 40}\n  - {value: securite, weight: 60}",
        good="pyramid:\n  - {value: securite, weight: 60}\n  - {value: rapidite, weight: 40}",
    ),
    Rule(
        code="CVC417",
        name="uniform-ratings",
        severity=Severity.WARNING,
        title=message("A scorecard does not give every value the same points"),
        why=message(
            "A project seldom helps as much in every respect. The same points everywhere often"
            " mean that a form was filled in one stroke, and they make the weights idle."
        ),
        bad="ratings: {accessibilite: 3, securite: 3, rapidite: 3}",
        good="ratings: {accessibilite: 5, securite: 0, rapidite: 3}",
    ),
)
"""The rules of this family, in the order of the codes."""
