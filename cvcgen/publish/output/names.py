"""Which paths a site may have: those that every system keeps apart and inside the folder."""

import re
import unicodedata
from functools import lru_cache

_MAX_BYTES = 255
"""The longest name of one file or folder that common file systems hold."""
_UNSAFE = re.compile(
    r"""
    [<>:"|?*\\\x00-\x1f\x7f]              # means something to Windows, or to a terminal
    | [.\ ](?:/|\Z)                        # Windows drops it; `.` and `..` are among these
    | (?:\A|/)(?:
        (?=/|\Z)                           # an absolute path, or an empty name
        | \.cvcgen-                        # our own manifest
        | (?:\.git(?:ignore|attributes|modules)?|git~1)(?:/|\Z)  # the user's to write
        | (?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])  # a device on Windows,
          (?:\ *\.[^/]*)?(?:/|\Z)          # whatever follows the first dot
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=1 << 17)  # each path is in the plan, and in manifests read three times
def is_portable(path: str) -> bool:
    """Whether the path, with `/`, names a file inside the folder on every system.

    >>> [is_portable(path) for path in ("fr/index.html", "../x", "/x", "a//b", "con.html", "")]
    [True, False, False, False, False, False]
    """
    if _UNSAFE.search(path):
        return False
    if path.isascii() and len(path) <= _MAX_BYTES:
        return True
    try:
        encoded = path.encode()
    except UnicodeEncodeError:  # half a surrogate pair
        return False
    return all(len(name) <= _MAX_BYTES for name in encoded.split(b"/"))


def fold(path: str) -> str:
    """What two paths share where a system takes them for one: case and composition aside.

    >>> fold("Été.html") == fold("E\N{COMBINING ACUTE ACCENT}TE\N{COMBINING ACUTE ACCENT}.HTML")
    True
    """
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
