"""A state of the content, read, judged and scored: where every use case begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cvcgen.app.failures import EnvironmentFailure
from cvcgen.core.checks import check_catalogue
from cvcgen.core.diagnostics import Diagnostic, has_errors, sort_diagnostics
from cvcgen.core.margin import margin_scores
from cvcgen.core.model import Catalogue, Clientele, Origin, Project
from cvcgen.core.ranking import Scoreboard, evaluate
from cvcgen.core.scoring import Score
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.margin import load_alone
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import NoSite, Snapshot, read_directory


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
class ScoredAlone:
    """One file of content, without the others of its kind."""

    record: Project | Clientele
    """What the file holds; its own id means nothing."""
    scores: tuple[Score, ...]
    """Of the scorecards that fit the pyramids; none for a clientele."""


def check(root: Path) -> Checked:
    """The site in that folder, read and judged. Raises `EnvironmentFailure`."""
    return check_snapshot(read_folder(root))


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


def read_folder(root: Path) -> Snapshot:
    """The files of that folder. Raises `EnvironmentFailure`."""
    try:
        return read_directory(root)
    except NoSite as error:
        raise EnvironmentFailure(error.message) from error
