"""A site has a clientele to rank for, and a project to rank."""

from collections.abc import Iterator

from cvcgen.core.diagnostics import Diagnostic, Location, Severity, message
from cvcgen.core.model import Catalogue, Kind

_SETTINGS = Location("cvcgen.yaml")
"""Where what is missing everywhere is reported."""


def check_presence(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC422, an error, else CVC423, a warning; a record that has faults is there as well.

    Where nothing is there at all, this is probably not the whole site.
    """
    if not any(map(catalogue.ids, Kind)):
        found = message("there is no record in `content/`, the folder beside this file")
        hint = message(
            "look whether this is the whole site: `-C DIR` names another folder, `git"
            " sparse-checkout disable` brings what git left out, `cvcgen init DIR` makes a new"
            " site"
        )
        yield Diagnostic("CVC422", found, _SETTINGS, hint=hint)
    elif not catalogue.ids(Kind.CLIENTELE):
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
