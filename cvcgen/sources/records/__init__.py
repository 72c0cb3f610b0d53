"""A checked tree to a record of the model."""

from cvcgen.sources.records.reader import Reader, Record
from cvcgen.sources.records.settings import read_site

__all__ = ["Reader", "Record", "read_site"]
