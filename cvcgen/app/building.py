"""The site of a folder: every file of it, and its publication."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen import __version__
from cvcgen.app.failures import EnvironmentFailure
from cvcgen.app.folders import read_folder
from cvcgen.app.inputs import Inputs, digest_inputs
from cvcgen.app.lastbuild import Counts, find_at_rest, find_former, keep_record
from cvcgen.assets import data_schemas_dir, templates_dir
from cvcgen.core.diagnostics import message
from cvcgen.publish.owntemplates import OwnTemplates, read_own_templates
from cvcgen.reports.diagnostics.summary import Summary, count
from cvcgen.sources.snapshot import CONTENT, Snapshot
from cvcgen.store import Store, open_store

# Imported late is whatever a build needs none of that has nothing to do: reading the digests
# of a thousand files takes less than loading what reads YAML, compares and renders.
if TYPE_CHECKING:
    from cvcgen.app.evaluation import Evaluated
    from cvcgen.core.model import Catalogue, ProjectId
    from cvcgen.core.origin import Origin
    from cvcgen.core.projectparts import ProjectParts
    from cvcgen.core.ranking import Scoreboard
    from cvcgen.publish.artifacts import Artifact
    from cvcgen.publish.history import SiteHistory
    from cvcgen.publish.making.former import Former
    from cvcgen.publish.output import Written
    from cvcgen.publish.preview import Preview
    from cvcgen.publish.production import Outfit

SITE_FOLDER = "site"
"""Where a site is written, inside its own folder, unless told otherwise."""
_SOURCES = "sources"
"""The store of what projects were read from."""
TEMPLATES_FOLDER = "templates"
"""Where a site may keep templates of its own."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a build goes about its work; the site is the same in any way."""

    workers: int | None = None
    """How many processes make the files; as many as there are cores where None."""
    progress: Callable[[int, int], None] = lambda _ready, _all: None
    """Is told how many files are ready, and how many there will be."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was published, or why it was not."""

    evaluated: "Evaluated | None"
    """None where all is as the last build left it: then nothing was read but for digests."""
    written: "Written | None"
    """What changed in the folder; None where the content has errors: nothing was touched."""
    directory: Path
    """The site's folder."""
    faults: Summary
    """How many faults the content has."""
    files_read: int
    """How many of its files are text."""
    whole: bool = True
    """Whether the history that the pages tell, if any, goes back to the first revision."""


def build(
    root: Path,
    directory: Path | None = None,
    base: str | None = None,
    with_history: bool = False,
    way: Way | None = None,
) -> Built:
    """The site of that folder, published. Raises `EnvironmentFailure`.

    With a `base`, named as for `diff`, the pages show what differs from that state; the end
    of a range is built instead of the folder. `with_history` the pages tell what changed in
    the commits up to the state that is built.

    Only what can have changed since the last build is made; the site is what it would be had
    there been none. Killed or failing at any instant, the folder has the former site or the
    new one.
    """
    target = root / SITE_FOLDER if directory is None else directory
    _require_apart(root, target)
    way = Way() if way is None else way
    if base is None and not with_history:
        return _build_folder(root, target, way)
    evaluated, preview = _evaluate_folder(root) if base is None else _preview(root, base)
    past = None
    if with_history and evaluated.scoreboard is not None:
        past = _read_history(root, evaluated.scoreboard.origin)
    outfit = _dress(own_templates(root))
    return _publish(evaluated, target, way, outfit, preview=preview, past=past)


def _require_apart(root: Path, target: Path) -> None:
    """The site must not become a part of its own content: no later build could read that."""
    content = os.path.realpath(root / CONTENT)
    if Path(os.path.realpath(target)).is_relative_to(content):
        said = message("«{path}» is in the content's own folder; name another one", path=target)
        raise EnvironmentFailure(said)


def _build_folder(root: Path, target: Path, way: Way) -> Built:
    """The folder as it stands, published; at once where nothing has changed."""
    from cvcgen.sources.git import with_commit  # noqa: PLC0415 - see above

    snapshot = with_commit(root, read_folder(root))
    own = own_templates(root)
    inputs = digest_inputs(snapshot, own, __version__)
    counts = find_at_rest(target, inputs)
    if counts is not None:
        return _leave(target, counts)
    former = find_former(target, inputs)
    from cvcgen.app.evaluation import check_snapshot, evaluate_checked  # noqa: PLC0415

    evaluated = evaluate_checked(check_snapshot(snapshot, folder=root))
    if evaluated.scoreboard is None:
        return _publish(evaluated, target, way, _dress(own))
    catalogue = evaluated.checked.catalogue
    with open_store(_SOURCES) as store:
        parts = _find_parts(catalogue, snapshot, former, store) if store.keeps else None
    return _publish(evaluated, target, way, _dress(own), inputs, former, parts)


def _find_parts(
    catalogue: "Catalogue", snapshot: Snapshot, former: "Former | None", store: Store
) -> "Mapping[ProjectId, ProjectParts]":
    """What the projects are made of, by what the last build knew of them."""
    from cvcgen.app.namedparts import find_parts  # noqa: PLC0415 - see above

    known = former.record.projects if former else {}
    languages = catalogue.site.languages
    return find_parts(catalogue.projects, snapshot.files, languages, known, store)


def _leave(target: Path, counts: Counts) -> Built:
    """What a build says that has nothing to do: what the last one said."""
    from cvcgen.publish.output import Written  # noqa: PLC0415 - see above

    written = Written(written=0, unchanged=counts.made, removed=0)
    faults = Summary(0, counts.warnings, counts.faulty)
    return Built(None, written, target, faults, counts.read)


def _publish(  # noqa: PLR0913, PLR0917 - all that a site is made from
    evaluated: "Evaluated",
    target: Path,
    way: Way,
    outfit: "Outfit",
    inputs: Inputs | None = None,
    former: "Former | None" = None,
    parts: "Mapping[ProjectId, ProjectParts] | None" = None,
    preview: "Preview | None" = None,
    past: "SiteHistory | None" = None,
) -> Built:
    """The site of that content; without `inputs` nothing of it is kept for the next build."""
    from cvcgen.core.waivers import list_waivers  # noqa: PLC0415 - see above
    from cvcgen.forking import count_cores  # noqa: PLC0415
    from cvcgen.publish.output import OutputError, write_site  # noqa: PLC0415
    from cvcgen.publish.production import Production, State  # noqa: PLC0415

    checked, board = evaluated.checked, evaluated.scoreboard
    faults, read = count(checked.diagnostics), len(checked.texts)
    if board is None:
        return Built(evaluated, None, target, faults, read)
    state = State(checked.catalogue, board, parts, preview, past)
    workers = count_cores() if way.workers is None else way.workers
    production = Production(state, outfit, former, workers, way.progress)
    try:
        written = write_site(production.files(), target)
    except OutputError as error:
        raise EnvironmentFailure(error.message) from error
    if inputs is not None:
        # Which warnings are waived depends on the day, too: then nothing is left unread.
        everything = "" if list_waivers(checked.catalogue) else inputs.everything
        inputs = replace(inputs, everything=everything)
        counts = Counts(faults.warnings, faults.files, read, len(written.digests))
        keep_record(target, inputs, counts, production, written)
    return Built(evaluated, written, target, faults, read, past is None or past.whole)


def render(
    catalogue: "Catalogue",
    scoreboard: "Scoreboard",
    root: Path | None = None,
    preview: "Preview | None" = None,
    past: "SiteHistory | None" = None,
) -> "tuple[Artifact, ...]":
    """Every file of the site: pages, assets and data.

    Templates in the `templates/` folder of `root` take the place of the tool's own. With a
    `preview` the pages say what it changes, with a `past` what changed before.
    """
    from cvcgen.publish.production import Production, State  # noqa: PLC0415 - see above

    state = State(catalogue, scoreboard, None, preview, past)
    return tuple(Production(state, _dress(own_templates(root))).artifacts())


def _dress(own: OwnTemplates | None) -> "Outfit":
    """The tool's templates and schemas, and the site's own templates."""
    from cvcgen.publish.production import Outfit  # noqa: PLC0415 - see above

    schemas = {path.name: path.read_bytes() for path in data_schemas_dir().glob("*.json")}
    return Outfit(__version__, templates_dir(), own, schemas)


def _evaluate_folder(root: Path) -> "tuple[Evaluated, None]":
    """The folder's content with its scores, and no preview."""
    from cvcgen.app.evaluation import check_snapshot, evaluate_checked  # noqa: PLC0415
    from cvcgen.sources.git import with_commit  # noqa: PLC0415 - see above

    snapshot = with_commit(root, read_folder(root))
    return evaluate_checked(check_snapshot(snapshot, folder=root)), None


def _read_history(root: Path, built: "Origin") -> "SiteHistory":
    """What changed up to the commit that is built, or up to the last one."""
    from cvcgen.app.chronicling import history  # noqa: PLC0415 - see above
    from cvcgen.publish.history import make_history  # noqa: PLC0415

    found = history(root, head=built.revision or "HEAD")
    return make_history(found.trend, found.whole, found.identity)


def _preview(root: Path, base: str) -> "tuple[Evaluated, Preview | None]":
    """The state to build, and what it changes; the faulty state where there is one."""
    from cvcgen.app.comparing import diff  # noqa: PLC0415 - see above
    from cvcgen.app.evaluation import Evaluated  # noqa: PLC0415
    from cvcgen.publish.preview import make_preview  # noqa: PLC0415
    from cvcgen.sources.git import with_commit  # noqa: PLC0415 - see above

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


def own_templates(root: Path | None) -> OwnTemplates | None:
    """The site's own templates, if it has some. Raises `OSError`."""
    if root is None or not has_own_templates(root):
        return None
    return read_own_templates(root / TEMPLATES_FOLDER)


def has_own_templates(root: Path) -> bool:
    """Whether the site has a folder of templates that is not the tool's."""
    folder = root / TEMPLATES_FOLDER
    return folder.is_dir() and folder.resolve() != templates_dir().resolve()
