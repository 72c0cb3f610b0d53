"""Spreadsheets to the files of a site: all that they say, or nothing where one is wrong."""

from cvcgen.contributing.importing.importing import Import, import_spreadsheets
from cvcgen.contributing.importing.outcome import Imported

__all__ = ["Import", "Imported", "import_spreadsheets"]
