"""A site has a clientele to rank for, and a project to rank."""

from collections.abc import Iterator

from cvcgen.core.diagnostics import Diagnostic, Location, Severity, message
from cvcgen.core.model import Catalogue, Kind

_SETTINGS = Location("cvcgen.yaml")
"""Where what is missing everywhere is reported."""


def check_presence(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC422, an error, else CVC423, a warning; a record that has faults is there as well."""
    if not catalogue.ids(Kind.CLIENTELE):
        found = message("this site has no clientele: there is nothing in `content/clienteles/`")
        hint = message(
            "look where the folder `content/` has gone, or add a clientele with"
            ' `cvcgen new clientele "…"`'
        )
        yield Diagnostic("CVC422", found, _SETTINGS, hint=hint)
    elif not catalogue.ids(Kind.PROJECT):
        found = message("this site has no project: there is nothing in `content/projects/`")
        hint = message('add one with `cvcgen new project "…"`')
        yield Diagnostic("CVC423", found, _SETTINGS, (), hint, Severity.WARNING)
