"""A checked tree to a record of the model."""

from cvcgen.sources.records.reader import Reader, Record
from cvcgen.sources.records.settings import DEFAULT_LANGUAGES, read_site

__all__ = ["DEFAULT_LANGUAGES", "Reader", "Record", "read_site"]
