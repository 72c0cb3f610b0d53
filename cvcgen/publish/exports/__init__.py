"""The catalogue and its scores as data files, for machines and spreadsheets: `data/v1/`.

`records`, `projects` and `scores` with their `parts` say what the JSON files hold, `tables` of
`cells` what the spreadsheets hold, whatever their format, `cover` what a workbook says of
itself; `jsontext`, `csvtext` and `workbook` write them; `listing` names all files, `contents`
makes them. Their form is stated in `schemas/data/`; a change that could break a reader's
program takes a new version and folder.
"""

from cvcgen.publish.exports.contents import DataFiles, write_index
from cvcgen.publish.exports.listing import (
    FOLDER,
    INDEX,
    SCHEMAS,
    DataFile,
    list_files,
    offer_downloads,
)

__all__ = [
    "FOLDER",
    "INDEX",
    "SCHEMAS",
    "DataFile",
    "DataFiles",
    "list_files",
    "offer_downloads",
    "write_index",
]
