"""What cvcgen can do, as functions: values in, values out.

The command line parses options and prints reports; everything between is decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen import __version__
from cvcgen.assets import data_schemas_dir, templates_dir
from cvcgen.core.checks import check_catalogue
from cvcgen.core.diagnostics import (
    Diagnostic,
    Message,
    has_errors,
    message,
    sort_diagnostics,
)
from cvcgen.core.model import Catalogue, Origin
from cvcgen.core.ranking import Scoreboard, evaluate
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.snapshot import NoSite, Snapshot, read_directory

if TYPE_CHECKING:
    from cvcgen.publish.artifacts import Artifact
    from cvcgen.publish.output import Written

SITE_FOLDER = "site"
"""Where a site is written, inside its own folder, unless told otherwise."""
TEMPLATES_FOLDER = "templates"
"""Where a site may keep templates of its own."""
_NO_SITE = {
    "missing": message("there is no `cvcgen.yaml` in {folder}"),
    "not_a_folder": message("{folder} is not a folder"),
    "no_permission": message("{folder} may not be read"),
    "too_many_files": message("{folder} holds too many files"),
}


@dataclass(eq=False)
class EnvironmentFailure(Exception):
    """Something outside the content stands in the way: files, folders, permissions."""

    message: Message
    """What, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A state of the content, read and judged."""

    origin: Origin
    catalogue: Catalogue
    """Whole only where no diagnostic is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """Of files and across files, sorted."""
    texts: Mapping[str, str]
    """The text of every file that is text, by path: for showing lines."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A state of the content with its scores."""

    checked: Checked
    scoreboard: Scoreboard | None
    """None where the content has errors: nothing is scored on a guess."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was published, or why it was not."""

    evaluated: Evaluated
    written: "Written | None"
    """What changed in the folder; None where the content has errors: nothing was touched."""
    directory: Path
    """The site's folder."""


def check(root: Path) -> Checked:
    """The site in that folder, read and judged. Raises `EnvironmentFailure`."""
    return check_snapshot(_read(root))


def check_snapshot(snapshot: Snapshot) -> Checked:
    """A snapshot, read and judged."""
    loaded = load_catalogue(snapshot)
    found = sort_diagnostics([*loaded.diagnostics, *check_catalogue(loaded.catalogue)])
    return Checked(snapshot.origin, loaded.catalogue, found, loaded.texts)


def evaluate_site(root: Path) -> Evaluated:
    """The site in that folder with its scores. Raises `EnvironmentFailure`."""
    return evaluate_checked(check(root))


def evaluate_checked(checked: Checked) -> Evaluated:
    """The scores of a content without errors."""
    if has_errors(checked.diagnostics):
        return Evaluated(checked, None)
    return Evaluated(checked, evaluate(checked.catalogue, checked.origin))


def build(root: Path, directory: Path | None = None) -> Built:
    """The site of that folder, published. Raises `EnvironmentFailure`.

    Everything is read, checked and rendered before the disk is touched.
    """
    from cvcgen.publish.output import OutputError, write_site  # noqa: PLC0415 - see render

    target = root / SITE_FOLDER if directory is None else directory
    evaluated = evaluate_site(root)
    if evaluated.scoreboard is None:
        return Built(evaluated, None, target)
    artifacts = render(evaluated.checked.catalogue, evaluated.scoreboard, root)
    try:
        return Built(evaluated, write_site(artifacts, target), target)
    except OutputError as error:
        raise EnvironmentFailure(error.message) from error


def render(
    catalogue: Catalogue, scoreboard: Scoreboard, root: Path | None = None
) -> "tuple[Artifact, ...]":
    """Every file of the site: pages, assets and data.

    Templates in the `templates/` folder of `root` take the place of the tool's own.
    """
    # Imported late: what renders pages takes 0.2 s to load, and checking needs none of it.
    from cvcgen.publish.exports import export_data, list_downloads  # noqa: PLC0415
    from cvcgen.publish.pages import render_pages  # noqa: PLC0415

    schemas = {path.name: path.read_bytes() for path in data_schemas_dir().glob("*.json")}
    data = export_data(catalogue, scoreboard, __version__, schemas)
    pages = render_pages(
        catalogue,
        scoreboard,
        templates_dir(),
        list_downloads(catalogue, scoreboard, data),
        __version__,
        _own_templates(root),
    )
    return (*pages, *data)


def _own_templates(root: Path | None) -> Path | None:
    """The site's own folder of templates, unless it is the tool's."""
    folder = None if root is None else root / TEMPLATES_FOLDER
    if folder is None or not folder.is_dir() or folder.resolve() == templates_dir().resolve():
        return None
    return folder


def _read(root: Path) -> Snapshot:
    try:
        return read_directory(root)
    except NoSite as error:
        found = message(_NO_SITE[error.reason].template, folder=f"`{error.folder}`")
        raise EnvironmentFailure(found) from error
