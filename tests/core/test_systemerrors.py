"""Why the operating system refused, in both languages."""

import errno

import pytest

from cvcgen.core.systemerrors import named_reason, reason
from cvcgen.phrases import load_phrases

USUAL = (
    "ENOENT",
    "EACCES",
    "EPERM",
    "EISDIR",
    "ENOTDIR",
    "ENOSPC",
    "EROFS",
    "ENAMETOOLONG",
    "EFBIG",
    "EMFILE",
    "ELOOP",
    "EIO",
    "ENOMEM",
    "EAGAIN",
    "EDQUOT",
)


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_reasons_are_said_in_both_languages(name: str) -> None:
    why = reason(OSError(getattr(errno, name), "never shown"))
    english, french = (load_phrases(language).say(why) for language in ("en", "fr"))
    assert english != french
    assert "never shown" not in english + french


def test_a_rare_reason_is_said_as_the_system_says_it() -> None:
    assert reason(OSError(errno.EXDEV, "Cross-device link")).text(str) == "Cross-device link"
    assert reason(ValueError("embedded null byte")).text(str) == "ValueError"


def test_the_file_is_named_where_the_system_names_it() -> None:
    error = OSError(errno.ENOENT, "x", "nope")
    assert named_reason(error).text(str) == "`nope`: No such file or directory"
    assert named_reason(OSError(errno.EACCES, "x")).text(str) == "Permission denied"
