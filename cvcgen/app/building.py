"""The site of a folder: every file of it, and its publication."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen import __version__
from cvcgen.app.comparing import diff
from cvcgen.app.evaluation import Evaluated, check_snapshot, evaluate_checked, read_folder
from cvcgen.app.failures import EnvironmentFailure
from cvcgen.assets import data_schemas_dir, templates_dir
from cvcgen.core.model import Catalogue
from cvcgen.core.ranking import Scoreboard

if TYPE_CHECKING:
    from cvcgen.publish.artifacts import Artifact
    from cvcgen.publish.output import Written
    from cvcgen.publish.preview import Preview

SITE_FOLDER = "site"
"""Where a site is written, inside its own folder, unless told otherwise."""
TEMPLATES_FOLDER = "templates"
"""Where a site may keep templates of its own."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was published, or why it was not."""

    evaluated: Evaluated
    written: "Written | None"
    """What changed in the folder; None where the content has errors: nothing was touched."""
    directory: Path
    """The site's folder."""


def build(root: Path, directory: Path | None = None, base: str | None = None) -> Built:
    """The site of that folder, published. Raises `EnvironmentFailure`.

    With a `base`, named as for `diff`, the pages show what differs from that state; the end
    of a range is built instead of the folder. Everything is read, checked and rendered
    before the disk is touched.
    """
    from cvcgen.publish.output import OutputError, write_site  # noqa: PLC0415 - see render

    target = root / SITE_FOLDER if directory is None else directory
    evaluated, preview = _evaluate_folder(root) if base is None else _preview(root, base)
    if evaluated.scoreboard is None:
        return Built(evaluated, None, target)
    artifacts = render(evaluated.checked.catalogue, evaluated.scoreboard, root, preview)
    try:
        return Built(evaluated, write_site(artifacts, target), target)
    except OutputError as error:
        raise EnvironmentFailure(error.message) from error


def render(
    catalogue: Catalogue,
    scoreboard: Scoreboard,
    root: Path | None = None,
    preview: "Preview | None" = None,
) -> "tuple[Artifact, ...]":
    """Every file of the site: pages, assets and data.

    Templates in the `templates/` folder of `root` take the place of the tool's own. With a
    `preview` the pages say what it changes.
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
        preview,
    )
    return (*pages, *data)


def _evaluate_folder(root: Path) -> "tuple[Evaluated, None]":
    """The folder's content with its scores, and no preview."""
    from cvcgen.sources.git import with_commit  # noqa: PLC0415 - see render

    return evaluate_checked(check_snapshot(with_commit(root, read_folder(root)))), None


def _preview(root: Path, base: str) -> "tuple[Evaluated, Preview | None]":
    """The state to build, and what it changes; the faulty state where there is one."""
    from cvcgen.publish.preview import make_preview  # noqa: PLC0415 - see render
    from cvcgen.sources.git import with_commit  # noqa: PLC0415 - see render

    found = diff(root, base)
    board = found.after.scoreboard
    if found.comparison is None or board is None:
        return (found.before if found.before.scoreboard is None else found.after), None
    before, after = found.before.checked.catalogue, found.after.checked.catalogue
    if board.origin.revision is None:
        # The same pages as those of the commit, where the folder is a clean checkout of it.
        board = replace(board, origin=with_commit(root, read_folder(root)).origin)
    preview = make_preview(found.comparison, before, after, found.files)
    return Evaluated(found.after.checked, board), preview


def _own_templates(root: Path | None) -> Path | None:
    """The site's own folder of templates, unless it is the tool's."""
    folder = None if root is None else root / TEMPLATES_FOLDER
    if folder is None or not folder.is_dir() or folder.resolve() == templates_dir().resolve():
        return None
    return folder
