"""A spreadsheet file to sheets of cells; nothing is run or loaded from elsewhere."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import reason
from cvcgen.spreadsheets.cells import Book
from cvcgen.spreadsheets.opening.csvreading import read_csv
from cvcgen.spreadsheets.opening.limits import MAX_FILE_BYTES, Refused, too_large, unreadable
from cvcgen.spreadsheets.opening.ods import read_ods
from cvcgen.spreadsheets.opening.packages import unpack
from cvcgen.spreadsheets.opening.xlsx import read_xlsx

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks start: XLSX and ODS; old ones, and those behind a password."""
_WORKBOOKS = (".xlsx", ".ods")
_TABLES = (".csv", ".tsv", ".txt")
_SAVE_AS = message("save it as .xlsx, .ods or .csv")


@dataclass(eq=False)
class CannotOpen(Exception):
    """The system keeps the file from being read: it is not there, or not for us."""

    message: Message
    """Which file, and why."""


def read_book(path: Path) -> Book:
    """The sheets of the file, or what is wrong with it. Raises `CannotOpen`."""
    name = path.name
    try:
        content = _read(path)
        kind = _kind(path, content)
        if kind in _WORKBOOKS:
            read = read_xlsx if kind == ".xlsx" else read_ods
            return Book(read(name, unpack(content, kind)), ())
        return Book((read_csv(name, content),), ())
    except Refused as refused:
        return Book((), (refused.diagnostic(name),))


def _read(path: Path) -> bytes:
    """The bytes of an ordinary file; never follows a link, never waits for a pipe."""
    try:
        if path.is_symlink():
            found = message("this is a link, and links are not followed")
            raise unreadable(found, message("name the file itself"))
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise unreadable(message("this is not a regular file"))
            if status.st_size > MAX_FILE_BYTES:
                raise too_large(
                    message("the file is larger than {limit} bytes", limit=MAX_FILE_BYTES)
                )
            return stream.read(MAX_FILE_BYTES)
    except (OSError, ValueError) as error:
        said = message("cannot read `{path}`: {why}", path=path, why=reason(error))
        raise CannotOpen(said) from error


def _kind(path: Path, content: bytes) -> str:
    """The extension, once the content is known to be of that kind."""
    kind = path.suffix.lower()
    if kind in (".xlsm", ".xltm", ".xlsb"):
        found = message("a workbook that may hold macros is not read")
        raise unreadable(found, message("save it as .xlsx"))
    if kind not in (*_WORKBOOKS, *_TABLES):
        raise unreadable(
            message("`{kind}` is no kind of file that is read", kind=kind), _SAVE_AS
        )
    if not content:
        raise unreadable(message("the file is empty"))
    if content.startswith(_OLD):
        found = message("the file has a password, or is of an old kind (.xls)")
        raise unreadable(found, _SAVE_AS)
    if (kind in _WORKBOOKS) != content.startswith(_ZIP):
        raise unreadable(_other(kind), _SAVE_AS)
    return kind


def _other(kind: str) -> Message:
    if kind in _WORKBOOKS:
        return message("the name ends with `{kind}`, but this is no workbook", kind=kind)
    return message("the name ends with `{kind}`, but this is a workbook", kind=kind)
