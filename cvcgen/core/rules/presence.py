"""CVC422 and CVC423: whether there is something to rank, and someone to rank it for."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

PRESENCE_RULES = (
    Rule(
        code="CVC422",
        name="no-clientele",
        severity=Severity.ERROR,
        title=message("A site has a clientele"),
        why=message(
            "Without a clientele there is no ranking: the site would be empty, and would take"
            " the place of the one that was published before. Where there were clienteles, the"
            " folder `content/` was probably moved, renamed or deleted, or another folder is"
            " being read."
        ),
        bad="cvcgen.yaml",
        good="cvcgen.yaml\ncontent/clienteles/citoyens.yaml",
    ),
    Rule(
        code="CVC423",
        name="no-project",
        severity=Severity.WARNING,
        title=message("A site has a project"),
        why=message(
            "Without a project every ranking is empty. That is how a new site begins; a site"
            " that had projects has probably lost the folder `content/projects/`."
        ),
        bad="content/clienteles/citoyens.yaml",
        good="content/clienteles/citoyens.yaml\ncontent/projects/guichet.yaml",
    ),
)
"""The rules of this family, in the order of the codes."""
