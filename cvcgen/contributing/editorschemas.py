"""The schemas of a site, where editors find them."""

from pathlib import Path

from cvcgen.app import EnvironmentFailure, check
from cvcgen.authoring.siteschemas import is_ours, site_schemas
from cvcgen.contributing.newrecords import OWN_SCHEMAS
from cvcgen.core.diagnostics import message
from cvcgen.core.systemerrors import reason
from cvcgen.phrases import Phrases
from cvcgen.wholefile import write_whole

_IGNORED = "# Written by cvcgen, for this checkout alone.\n*\n"


def write_schemas(root: Path, output: Path | None, phrases: Phrases) -> Path:
    """Writes the schemas and gives their folder; by default one that git ignores.

    Only files that this wrote before are replaced. Raises `EnvironmentFailure`.
    """
    schemas = site_schemas(check(root).catalogue, phrases.language)
    folder = root / OWN_SCHEMAS if output is None else output
    files = {folder / name: text for name, text in schemas.items()}
    if folder.exists() and not folder.is_dir():
        raise EnvironmentFailure(message("`{path}` is not a folder", path=folder))
    for path in files:
        _require_ours(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        said = message("cannot write `{path}`: {why}", path=folder, why=reason(error))
        raise EnvironmentFailure(said) from error
    if output is None:
        files[folder.parent / ".gitignore"] = _IGNORED
    for path, text in files.items():
        write_whole(path, text)
    return folder


def _require_ours(path: Path) -> None:
    try:
        ours = is_ours(path.read_bytes().decode("utf-8", "replace"))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        ours = False
    if not ours:
        said = message(
            "`{path}` was not written by `cvcgen schema`: nothing was written", path=path
        )
        raise EnvironmentFailure(said)
