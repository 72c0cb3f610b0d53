"""The parts of a workbook that are read, unpacked within limits.

Nothing else is opened: no macro, no link to other files, no picture; and no part is larger than
its header says.
"""

import io
import re
import zlib
from collections.abc import Mapping
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from cvcgen.core.diagnostics import message
from cvcgen.spreadsheets.opening.limits import (
    MAX_PARTS,
    MAX_UNPACKED_BYTES,
    Refused,
    too_large,
    unreadable,
)

_READ = {
    ".xlsx": re.compile(
        r"xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
        r"|xl/(?:sharedStrings|styles)\.xml|xl/worksheets/[\w .-]+\.xml"
    ),
    ".ods": re.compile(r"content\.xml|META-INF/manifest\.xml"),
}
"""The names of those parts, by the kind of file."""
_NEEDED = {".xlsx": "xl/workbook.xml", ".ods": "content.xml"}
_MACROS = re.compile(r"(?:.*/)?vbaProject\.bin|Basic/.*|Scripts/.*", re.IGNORECASE)
_ENCRYPTED = 0x1
_ENCRYPTION_DATA = b"encryption-data"


def unpack(content: bytes, kind: str) -> Mapping[str, bytes]:
    """The parts by name. Raises `Refused`."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            _require_harmless(listed, kind)
            wanted = [one for one in listed if _READ[kind].fullmatch(one.filename)]
            parts = {one.filename: _read(archive, one) for one in wanted}
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise _broken() from error
    except (RuntimeError, ValueError, OSError) as error:  # what zipfile says of odd headers
        raise _broken() from error
    if _NEEDED[kind] not in parts:
        raise unreadable(
            message("the name ends with `{kind}`, but this is no workbook", kind=kind)
        )
    if _ENCRYPTION_DATA in parts.get("META-INF/manifest.xml", b""):
        raise _locked()
    return parts


def _read(archive: ZipFile, part: ZipInfo) -> bytes:
    """The part, and no more of it unpacked than its header says: `ZipFile.read` unpacks all."""
    with archive.open(part) as stream:
        return stream.read(part.file_size + 1)


def _require_harmless(listed: list[ZipInfo], kind: str) -> None:
    if len(listed) > MAX_PARTS:
        raise too_large(message("the workbook is packed from {count} parts", count=len(listed)))
    names = [one.filename for one in listed]
    if len(set(names)) < len(names):
        raise _broken()
    if any(_MACROS.fullmatch(name) for name in names):
        found = message("a workbook that may hold macros is not read")
        raise unreadable(found, message("save it as .xlsx"))
    if any(one.flag_bits & _ENCRYPTED for one in listed):
        raise _locked()
    unpacked = sum(one.file_size for one in listed if _READ[kind].fullmatch(one.filename))
    if unpacked > MAX_UNPACKED_BYTES:
        found = message(
            "the workbook would unpack to more than {limit} bytes", limit=MAX_UNPACKED_BYTES
        )
        raise too_large(found)


def _broken() -> Refused:
    found = message("the workbook is damaged")
    return unreadable(found, message("open it in a spreadsheet program and save it again"))


def _locked() -> Refused:
    found = message("the workbook has a password")
    return unreadable(found, message("save it without a password"))
