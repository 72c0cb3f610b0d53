"""A site that is being worked on: its folder as it stands, its pages made when asked for.

Reading, judging and scoring are quick where few files have changed; making all pages is not,
and who works on a site looks at one page at a time.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen import __version__
from cvcgen.app.building import TEMPLATES_FOLDER, has_own_templates
from cvcgen.app.evaluation import Checked, check_snapshot
from cvcgen.app.failures import EnvironmentFailure
from cvcgen.app.folders import read_folder
from cvcgen.assets import data_schemas_dir, templates_dir
from cvcgen.core.changes.state import State
from cvcgen.core.diagnostics import Message, has_errors
from cvcgen.core.model import Site
from cvcgen.core.ranking import evaluate
from cvcgen.core.reevaluation import reevaluate
from cvcgen.core.systemerrors import named_reason
from cvcgen.publish.owntemplates import OwnTemplates, read_own_templates
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import CONFIGURATION, CONTENT, Snapshot

if TYPE_CHECKING:
    from cvcgen.publish.ondemand import Look, SiteOnDemand

WATCHED_FILES = frozenset({str(CONFIGURATION)})
"""Files at the top of the folder that a site is made from."""
WATCHED_FOLDERS = (str(CONTENT), TEMPLATES_FOLDER)
"""Folders at the top that a site is made from, with all that is in them."""
REMEMBERED = 500
"""States after which the memory of former files is dropped, lest it grow for ever."""


@dataclass(frozen=True, slots=True)
class _Past:
    """What tells whether a state is another, and makes it quick."""

    snapshot: Snapshot
    templates: OwnTemplates | None
    """The site's own templates and assets; None where it has none."""
    memory: Memory
    age: int
    """How many states the memory has seen."""
    sound: State | None
    """The last content without errors."""
    look: "Look | None"
    """What its pages look like."""


@dataclass(frozen=True, slots=True)
class LiveSite:
    """A folder's site at one moment."""

    checked: Checked
    """The content as it was last read."""
    files: "SiteOnDemand | None"
    """The site of the last content without errors; None where there never was any."""
    failure: Message | None = None
    """Why the folder cannot be read now."""
    changed: tuple[str, ...] = ()
    """The paths of what differs from the state before, sorted."""
    past: _Past | None = field(default=None, repr=False, compare=False)
    """What the next state is made with."""

    @property
    def is_faulty(self) -> bool:
        """Whether something keeps the content as it stands from being shown."""
        return self.failure is not None or has_errors(self.checked.diagnostics)


def rebuild(root: Path, former: LiveSite | None = None) -> LiveSite:
    """The folder's site as it stands: the former one itself where nothing has changed.

    Raises `EnvironmentFailure` where the folder is no site and there is no former one.
    """
    try:
        snapshot, templates = read_folder(root), _read_templates(root)
    except EnvironmentFailure as error:
        if former is None:
            raise
        known = former.failure == error.message
        return former if known else replace(former, failure=error.message, changed=())
    past = former.past if former is not None else None
    changed = _differences(past, snapshot, templates)
    if former is not None and former.failure is None and not changed:
        return former
    return _evaluate(root, snapshot, templates, former, changed)


def _evaluate(
    root: Path,
    snapshot: Snapshot,
    templates: OwnTemplates | None,
    former: LiveSite | None,
    changed: tuple[str, ...],
) -> LiveSite:
    past = former.past if former is not None else None
    is_fresh = past is None or past.age >= REMEMBERED
    memory = Memory() if past is None or is_fresh else past.memory
    judged = None if former is None or is_fresh else former.checked
    checked = check_snapshot(snapshot, memory, root, former=judged)
    files = None if former is None else former.files
    sound, look = (past.sound, past.look) if past else (None, None)
    if not has_errors(checked.diagnostics):
        catalogue, origin = checked.catalogue, snapshot.origin
        board = reevaluate(catalogue, origin, sound) if sound else evaluate(catalogue, origin)
        look = _look(root, catalogue.site, templates, past)
        sound = State(catalogue, board)
        files = _open_files(sound, look)
    age = 0 if past is None or is_fresh else past.age + 1
    after = _Past(snapshot, templates, memory, age, sound, look)
    return LiveSite(checked, files, None, changed, after)


def _look(root: Path, site: Site, templates: OwnTemplates | None, past: _Past | None) -> "Look":
    """What pages look like; the same as before where nothing of it has changed."""
    from cvcgen.publish.ondemand import read_look  # noqa: PLC0415 - see `building.render`

    if past is not None and past.sound is not None and past.look is not None:
        former = past.sound.catalogue.site
        same_words = (former.languages, former.default_language) == (
            site.languages,
            site.default_language,
        )
        if same_words and past.templates == templates:
            return past.look
    return read_look(site, templates_dir(), templates if has_own_templates(root) else None)


def _open_files(sound: State, look: "Look") -> "SiteOnDemand":
    from cvcgen.publish.ondemand import SiteOnDemand  # noqa: PLC0415 - see `building.render`

    schemas = {path.name: path.read_bytes() for path in data_schemas_dir().glob("*.json")}
    return SiteOnDemand(sound.catalogue, sound.scoreboard, look, __version__, schemas)


def _differences(
    past: _Past | None, snapshot: Snapshot, templates: OwnTemplates | None
) -> tuple[str, ...]:
    """The paths of files that came, went, or hold something else."""
    if past is None:
        return ()
    before = _named(past.snapshot, past.templates)
    after = _named(snapshot, templates)
    paths = before.keys() | after.keys()
    return tuple(sorted(path for path in paths if before.get(path) != after.get(path)))


def _named(snapshot: Snapshot, templates: OwnTemplates | None) -> dict[str, object]:
    """What is in each file, or why it was not read, by path inside the site."""
    read = {str(path): content for path, content in snapshot.files.items()}
    refused = {str(path): why for path, why in snapshot.refused.items()}
    own = {} if templates is None else templates.files
    named = {f"{TEMPLATES_FOLDER}/{path}": content for path, content in own.items()}
    return {**read, **refused, **named}


def _read_templates(root: Path) -> OwnTemplates | None:
    """What is in the site's folder of templates, if any. Raises `EnvironmentFailure`."""
    folder = root / TEMPLATES_FOLDER
    try:
        return read_own_templates(folder) if folder.is_dir() else None
    except OSError as error:
        raise EnvironmentFailure(named_reason(error)) from error
