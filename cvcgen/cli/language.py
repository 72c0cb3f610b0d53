"""Which language the command line speaks: `--lang`, else the locale, else English."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

LANGUAGES = ("fr", "en")
"""What `--lang` takes."""
_OPTION = "--lang"
_NO_LANGUAGE = {"C", "POSIX"}


def choose_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language for everything that is said, help and usage errors included.

    Asked before the command line is parsed, because parsing it may already print help. An
    unknown language is left for the parser to refuse.
    """
    return _from_arguments(arguments) or _from_locale(environ) or "en"


def _from_arguments(arguments: Sequence[str]) -> str | None:
    """The last valid `--lang X` or `--lang=X` before `--`."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    found = [after for word, after in pairwise(before) if word == _OPTION]
    found += [word.partition("=")[2] for word in before if word.startswith(f"{_OPTION}=")]
    return next((language for language in reversed(found) if language in LANGUAGES), None)


def _from_locale(environ: Mapping[str, str]) -> str | None:
    """The first language of ours that the environment asks for, as gettext reads it."""
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    if locale.partition(".")[0] in _NO_LANGUAGE:
        return "en"
    wanted = [*environ.get("LANGUAGE", "").split(":"), locale]
    spoken = (name.replace("-", "_").partition("_")[0].partition(".")[0] for name in wanted)
    return next((language for language in spoken if language in LANGUAGES), None)
