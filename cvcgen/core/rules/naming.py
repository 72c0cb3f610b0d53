"""CVC201 to CVC204: where a record lies and what its file is called."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

NAMING_RULES = (
    Rule(
        code="CVC201",
        name="extension",
        severity=Severity.ERROR,
        title=message("The extension of a record is `.yaml`"),
        why=message(
            "With two spellings, `gain.yml` and `gain.yaml` could stand side by side with the"
            " same id, and a search for one would miss the other."
        ),
        bad="content/rubrics/gain.yml",
        good="content/rubrics/gain.yaml",
    ),
    Rule(
        code="CVC202",
        name="misplaced-file",
        severity=Severity.ERROR,
        title=message("Every file under `content/` is a record in the folder of its kind"),
        why=message(
            "The folder says whether a file is a rubric, a value, a clientele or a project. A"
            " file elsewhere would be left out of the site without a word. Only a `README.md`"
            " may lie anywhere."
        ),
        bad="content/project/guichet.yaml",
        good="content/projects/guichet.yaml",
    ),
    Rule(
        code="CVC203",
        name="unusable-id",
        severity=Severity.ERROR,
        title=message("The name of a file can be an id"),
        why=message(
            "The name of the file is the record's id and part of its page's address. Lower-case"
            " letters without accents, digits and single hyphens work in every address and on"
            " every computer; some names, such as `con` and `index`, are taken."
        ),
        bad="content/values/Rapidité.yaml",
        good="content/values/rapidite.yaml",
    ),
    Rule(
        code="CVC204",
        name="same-id",
        severity=Severity.ERROR,
        title=message("No two files of a kind have the same id"),
        why=message(
            "Ids that differ only by upper case, by the way accents are stored or by the"
            " extension are one and the same file on some computers: there, one would replace"
            " the other."
        ),
        bad="content/values/rapidite.yaml\ncontent/values/Rapidite.yaml",
        good="content/values/rapidite.yaml",
    ),
)
"""The rules of this family, in the order of the codes."""
