"""What cvcgen can do, as functions: values in, values out.

The command line parses options and prints reports; everything between is decided here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen import __version__
from cvcgen.assets import data_schemas_dir, templates_dir
from cvcgen.core.checks import check_catalogue
from cvcgen.core.diagnostics import (
    Diagnostic,
    Message,
    has_errors,
    sort_diagnostics,
)
from cvcgen.core.margin import margin_scores
from cvcgen.core.model import Catalogue, Clientele, Origin, Project
from cvcgen.core.ranking import Scoreboard, evaluate
from cvcgen.core.scoring import Score
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.margin import load_alone
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import NoSite, Snapshot, read_directory

if TYPE_CHECKING:
    from cvcgen.core.changes import Comparison
    from cvcgen.core.changes.files import ChangedFile
    from cvcgen.core.trend import Trend
    from cvcgen.publish.artifacts import Artifact
    from cvcgen.publish.output import Written
    from cvcgen.publish.preview import Preview

SITE_FOLDER = "site"
"""Where a site is written, inside its own folder, unless told otherwise."""
TEMPLATES_FOLDER = "templates"
"""Where a site may keep templates of its own."""


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


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states of the content, and what differs between them."""

    before: Evaluated
    after: Evaluated
    """Each with or without errors."""
    comparison: "Comparison | None"
    """None where a side has errors: nothing is compared on a guess."""
    files: "tuple[ChangedFile, ...]"
    """The files that differ, by path."""


@dataclass(frozen=True, slots=True)
class ScoredAlone:
    """One file of content, without the others of its kind."""

    record: Project | Clientele
    """What the file holds; its own id means nothing."""
    scores: tuple[Score, ...]
    """Of the scorecards that fit the pyramids; none for a clientele."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Scores from the ratings of one state and the weights of another, often the same."""

    ratings: Checked
    """The state that the scorecards and the rating scale are of."""
    weights: Checked
    """The state that the pyramids are of."""
    catalogue: Catalogue
    """What was scored."""
    misfits: tuple[Message, ...]
    """Where the ratings and the weights do not fit."""
    scoreboard: Scoreboard | None
    """None where they do not fit, or a state has errors."""


@dataclass(frozen=True, slots=True)
class History:
    """What became of the scores, revision by revision."""

    trend: "Trend"
    whole: bool
    """Whether it goes back to the first revision of all."""
    identity: str
    """What tells this content from any other, whatever its age."""


def check(root: Path) -> Checked:
    """The site in that folder, read and judged. Raises `EnvironmentFailure`."""
    return check_snapshot(_read(root))


def check_snapshot(snapshot: Snapshot, memory: Memory | None = None) -> Checked:
    """A snapshot, read and judged; quickly where `memory` knows most of its files."""
    loaded = load_catalogue(snapshot, memory)
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


def diff(root: Path, base: str | None = None, head: str | None = None) -> Compared:
    """What differs between the states that `read_endpoints` finds under these names.

    Raises `EnvironmentFailure`.
    """
    from cvcgen.core.changes.files import changed_files  # noqa: PLC0415 - see render
    from cvcgen.sources.git import GitError, read_endpoints  # noqa: PLC0415 - see render

    try:
        ends = read_endpoints(root, base, head)
    except (GitError, NoSite) as error:
        raise EnvironmentFailure(error.message) from error
    memory = Memory()
    before = evaluate_checked(check_snapshot(ends.before, memory))
    after = evaluate_checked(check_snapshot(ends.after, memory))
    comparison = _compare(before, after)
    texts = (before.checked.texts, after.checked.texts)
    files = changed_files(*texts, comparison, ends.touches, ends.uncommitted)
    return Compared(before, after, comparison, files)


def score_alone(root: Path, content: bytes) -> ScoredAlone | None:
    """One file's record with its scores under the pyramids of that folder as it stands.

    None where the file has faults or the folder is no site.
    """
    found = load_alone(root, content)
    if found is None:
        return None
    record = found.record
    scores = margin_scores(record, found.catalogue) if isinstance(record, Project) else ()
    return ScoredAlone(record, tuple(scores))


def rank_states(
    root: Path,
    ratings: str | None = None,
    weights: str | None = None,
    clienteles: Sequence[str] = (),
) -> Ranked:
    """The ratings of a revision or date under the weights of another.

    None is the folder as it stands; `clienteles` are those that matter, or all. Raises
    `EnvironmentFailure`.
    """
    from cvcgen.core.mixture import Mixture, mix  # noqa: PLC0415 - see render
    from cvcgen.sources.git import GitError, read_state  # noqa: PLC0415

    memory = Memory()
    try:
        first = second = check_snapshot(read_state(root, ratings), memory)
        if weights != ratings:
            second = check_snapshot(read_state(root, weights), memory)
    except (GitError, NoSite) as error:
        raise EnvironmentFailure(error.message) from error
    if has_errors((*first.diagnostics, *second.diagnostics)):
        return Ranked(first, second, first.catalogue, (), None)
    mixed = Mixture(first.catalogue, ())
    if weights != ratings:
        mixed = mix(first.catalogue, second.catalogue, clienteles)
    board = None if mixed.misfits else evaluate(mixed.catalogue, first.origin)
    return Ranked(first, second, mixed.catalogue, mixed.misfits, board)


def history(root: Path, since: str | None = None, limit: int | None = None) -> History:
    """The scores over the first-parent history of `HEAD`.

    `since` (a revision or date) and `limit` are those of `read_span`. Raises
    `EnvironmentFailure`.
    """
    from cvcgen.core.trend import trend  # noqa: PLC0415 - see render
    from cvcgen.sources.git import GitError, open_repository, read_span  # noqa: PLC0415
    from cvcgen.sources.timeline import read_moments  # noqa: PLC0415

    try:
        repository = open_repository(root)
        span = read_span(repository, since, limit)
        found = trend(read_moments(repository, span.revisions))
        return History(found, span.whole, span.identity)
    except GitError as error:
        raise EnvironmentFailure(error.message) from error


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

    return evaluate_checked(check_snapshot(with_commit(root, _read(root)))), None


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
        board = replace(board, origin=with_commit(root, _read(root)).origin)
    preview = make_preview(found.comparison, before, after, found.files)
    return Evaluated(found.after.checked, board), preview


def _compare(before: Evaluated, after: Evaluated) -> "Comparison | None":
    from cvcgen.core.changes import State, compare  # noqa: PLC0415 - see render

    if before.scoreboard is None or after.scoreboard is None:
        return None
    old = State(before.checked.catalogue, before.scoreboard)
    return compare(old, State(after.checked.catalogue, after.scoreboard))


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
        raise EnvironmentFailure(error.message) from error
