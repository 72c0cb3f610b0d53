"""A repository for another organisation, complete at once or not there at all."""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cvcgen import __version__
from cvcgen.app import EnvironmentFailure
from cvcgen.assets import schemas_dir
from cvcgen.authoring.newfiles import CannotCreate, create_file, place_file
from cvcgen.authoring.starter import (
    Start,
    starter_content,
    starter_words,
    surrounding_files,
)
from cvcgen.contributing.editorschemas import write_schemas
from cvcgen.contributing.newrecords import OWN_SCHEMAS, UnknownWord, one_line
from cvcgen.contributing.staging import abandoned, staging_folder
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Language
from cvcgen.core.systemerrors import reason
from cvcgen.phrases import Phrases, load_phrases
from cvcgen.sources.placement import is_id, suggest_id
from cvcgen.sources.snapshot import CONFIGURATION, CONTENT

_PREFIX = ".cvcgen-init-"
"""The name of the folder of what is not in its place yet."""
_MAKING, _READY = "making", "ready"
"""What it holds: files that are being made, or all of them, on their way to their places."""


@dataclass(frozen=True, slots=True)
class NewSite:
    """What an organisation asks for."""

    languages: tuple[str, ...]
    """The first is the default."""
    title: str | None = None
    """None for a placeholder."""
    clienteles: tuple[str, ...] = ()
    """Names; empty for two placeholders."""
    force: bool = False
    """Whether a folder that holds something is completed rather than refused."""


@dataclass(frozen=True, slots=True)
class Created:
    """What `init` did."""

    written: int
    """How many files, schemas for editors apart."""
    kept: tuple[str, ...]
    """The files that were there and stay as they are, by path."""
    unspoken: tuple[str, ...] = ()
    """The languages that example texts were written in English for."""


@dataclass(frozen=True, slots=True)
class Placeholders:
    """What a new site is called where nothing is said."""

    title: str
    """The site's."""
    clienteles: tuple[str, ...]
    """Their names."""


def placeholders(language: str) -> Placeholders:
    """Those of a site in that language."""
    words = starter_words(load_phrases(language))
    return Placeholders(words.title, words.clienteles)


def create_site(folder: Path, wanted: NewSite, phrases: Phrases) -> Created:
    """Writes the repository into the folder.

    Raises `UnknownWord`, and `EnvironmentFailure` where the folder holds something and
    `force` is not set, or cannot be written.
    """
    start = _start(wanted)
    files = _files(start)
    try:
        _require_folders(folder)
        ended = _end_abandoned(folder)
        if _is_free(folder):
            _write_all(folder, files, phrases)
            return Created(len(files), (), start.unspoken)
        if not (wanted.force or ended):
            said = message(
                "`{path}` is not empty: nothing was written; --force adds what is missing",
                path=folder,
            )
            raise EnvironmentFailure(said)
        return _complete(folder, files, phrases, start.unspoken)
    except CannotCreate as error:
        raise EnvironmentFailure(error.message) from error
    except OSError as error:
        said = message("cannot write `{path}`: {why}", path=folder, why=reason(error))
        raise EnvironmentFailure(said) from error


def _language_code() -> re.Pattern[str]:
    """What the schema takes for the code of a site's language."""
    schema = json.loads((schemas_dir() / "site.schema.json").read_text("utf-8"))
    return re.compile(schema["properties"]["languages"]["items"]["pattern"])


def _start(wanted: NewSite) -> Start:
    """What is asked for, once it can be given. Raises `UnknownWord`."""
    if not wanted.languages:
        raise UnknownWord(message("no language code: «{id}»"), "")
    code = _language_code()
    for language in wanted.languages:
        if not code.fullmatch(language):
            raise UnknownWord(message("no language code: «{id}»"), language)
    clienteles = [one_line(name) for name in wanted.clienteles]
    _require_ids(clienteles)
    return Start(
        languages=tuple(Language(language) for language in dict.fromkeys(wanted.languages)),
        schemas=OWN_SCHEMAS.as_posix(),
        identify=suggest_id,
        title=one_line(wanted.title) if wanted.title else None,
        clienteles=tuple(clienteles),
    )


def _files(start: Start) -> dict[str, str]:
    """The text of every file by its path."""
    content = starter_content(start)
    return {**surrounding_files(start.languages[0], start.shown_title, __version__), **content}


def _require_ids(names: Sequence[str]) -> None:
    """Every name must give a file of its own."""
    taken: set[str] = set()
    for name in names:
        identity = suggest_id(name)
        if not is_id(identity):
            raise UnknownWord(message("no file can be named after «{id}»"), name)
        if identity in taken:
            raise UnknownWord(message("two clienteles would have the same file: «{id}»"), name)
        taken.add(identity)


def _require_folders(folder: Path) -> None:
    """The folder can be made: what is there already on the way to it are folders."""
    there = next((place for place in (folder, *folder.parents) if _is_taken(place)), None)
    if there is not None and not there.is_dir():
        raise EnvironmentFailure(message("`{path}` is not a folder", path=there))


def _is_free(folder: Path) -> bool:
    """Whether nothing is there, or an empty folder."""
    if not folder.is_dir() or folder.is_symlink():
        return not folder.exists() and not folder.is_symlink()
    return next(folder.iterdir(), None) is None


def _end_abandoned(folder: Path) -> bool:
    """Whether a killed run had begun to fill the folder, which is ended here.

    What it had not made to the end goes, beside the folder too.
    """
    ended = False
    for place in (folder, folder.parent):
        with abandoned(place, _PREFIX) as found:
            for left in found:
                if (left / _READY).is_dir():
                    _move_in(left / _READY, place)
                    ended = ended or place == folder
    return ended


def _write_all(folder: Path, files: Mapping[str, str], phrases: Phrases) -> None:
    """Everything in a folder beside, which then takes the name: all of it or nothing.

    A folder that is there stays, because somebody may stand in it; what was made moves in.
    """
    there = folder.is_dir()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with staging_folder(folder if there else folder.parent, _PREFIX) as staging:
        made = _make(staging, files)
        write_schemas(made, None, phrases)
        if there:
            _move_in(made.rename(staging / _READY), folder)
        else:
            made.rename(folder)


def _make(staging: Path, files: Mapping[str, str]) -> Path:
    """The folder of the files, in the work folder."""
    made = staging / _MAKING
    made.mkdir()  # as people's folders are, where the work folder is for one user alone
    for path, text in files.items():
        create_file(made, Path(path), text)
    return made


def _move_in(ready: Path, folder: Path) -> None:
    """Gives all files their places but where there is one; none of them where one fails.

    What a killed run has given its place keeps it.
    """
    moved: list[tuple[Path, Path]] = []
    begun: list[Path] = []
    try:
        for source in sorted(path for path in ready.rglob("*") if not path.is_dir()):
            inside = source.relative_to(ready)
            if _is_taken(folder / inside):
                continue
            begun += [folder / one for one in inside.parents if not (folder / one).exists()]
            moved.append((source, folder / inside))
            place_file(folder, inside, source)
    except BaseException:
        for source, place in moved:
            if place.exists() and (not source.exists() or source.samefile(place)):
                place.unlink()
        for path in sorted(begun, reverse=True):
            with suppress(OSError):  # never made, or somebody else has put something there
                path.rmdir()
        raise


def _complete(
    folder: Path, files: Mapping[str, str], phrases: Phrases, unspoken: tuple[str, ...]
) -> Created:
    """Adds the files that are missing; where there is content, no placeholder joins it."""
    has_content = any((folder / name).exists() for name in (CONFIGURATION, CONTENT))
    wanted = {
        path: text for path, text in files.items() if not (has_content and _is_content(path))
    }
    kept = tuple(sorted(path for path in wanted if _is_taken(folder / path)))
    missing = {path: text for path, text in wanted.items() if path not in kept}
    with staging_folder(folder, _PREFIX) as staging:
        _move_in(_make(staging, missing).rename(staging / _READY), folder)
    if _is_taken(folder / CONFIGURATION):
        write_schemas(folder, None, phrases)
    return Created(len(missing), kept, unspoken if any(map(_is_content, missing)) else ())


def _is_content(path: str) -> bool:
    return path == str(CONFIGURATION) or path.startswith(f"{CONTENT}/")


def _is_taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()
