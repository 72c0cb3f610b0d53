"""What an import did, or would do."""

from collections.abc import Mapping
from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Imported:
    """The files, and every fault; where there is one, nothing was written."""

    created: tuple[str, ...]
    """The new files, inside the site, sorted."""
    updated: tuple[str, ...]
    """The files that say something else than before, sorted."""
    unchanged: tuple[str, ...]
    """The files that say what the spreadsheets say, sorted."""
    ignored: tuple[str, ...]
    """The sheets that are neither grids nor tables, beside others that are, and the columns of
    tables that nothing was taken from."""
    diagnostics: tuple[Diagnostic, ...]
    """Of the spreadsheets, or of the site where that has errors; sorted."""
    texts: Mapping[str, str]
    """The sheets as text, and the files, by path: for showing lines."""
