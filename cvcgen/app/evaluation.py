"""A state of the content, read, judged and scored: where every use case begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen.app.folders import read_folder
from cvcgen.core.checks.news import Judged, judge
from cvcgen.core.checks.presence import check_presence
from cvcgen.core.diagnostics import Diagnostic, has_errors
from cvcgen.core.model import Catalogue, Clientele, Origin, Project
from cvcgen.core.waivers import Waived, judge_waivers, list_waivers
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.memory import Memory
from cvcgen.sources.snapshot import Snapshot

if TYPE_CHECKING:  # a check scores nothing
    from cvcgen.core.ranking import Scoreboard
    from cvcgen.core.scoring import Score


@dataclass(frozen=True, slots=True)
class Checked:
    """A state of the content, read and judged."""

    origin: Origin
    catalogue: Catalogue
    """Whole only where no diagnostic is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """Of files and across files, sorted; without those that are waived."""
    texts: Mapping[str, str]
    """The text of every file that is text, by path: for showing lines."""
    strict: tuple[Diagnostic, ...] = ()
    """What only a strict check reports, sorted; without what is waived."""
    waived: tuple[Waived, ...] = ()
    """What waivers silence, sorted."""
    undated: bool = False
    """Whether there are waivers, and no day to tell which have expired."""
    found: Judged | None = field(default=None, repr=False, compare=False)
    """What was found across files, waived or not."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A state of the content with its scores."""

    checked: Checked
    scoreboard: "Scoreboard | None"
    """None where the content has errors: nothing is scored on a guess."""


@dataclass(frozen=True, slots=True)
class ScoredAlone:
    """One file of content, without the others of its kind."""

    record: Project | Clientele
    """What the file holds; its own id means nothing."""
    scores: "tuple[Score, ...]"
    """Of the scorecards that fit the pyramids; none for a clientele."""


def check(root: Path, today: str | None = None) -> Checked:
    """The site in that folder, read and judged. Raises `EnvironmentFailure`.

    `today`, `YYYY-MM-DD`, is the day on which waivers are judged; by default that of the
    commit that is checked out.
    """
    return check_snapshot(read_folder(root), folder=root, today=today)


def check_snapshot(
    snapshot: Snapshot,
    memory: Memory | None = None,
    folder: Path | None = None,
    today: str | None = None,
    former: Checked | None = None,
) -> Checked:
    """A snapshot, read and judged; quickly where `memory` knows most of its files.

    Where those of `former` were read with the same memory, only what is new is judged.

    Its waivers are judged on the day of its commit, or else of the one that is checked out
    in `folder`, which it was read from.
    """
    loaded = load_catalogue(snapshot, memory)
    catalogue, origin = loaded.catalogue, snapshot.origin
    found = judge(catalogue, former.found if former else None)
    strict = frozenset(found.strict)
    has_waivers = bool(list_waivers(catalogue))
    day = today or (_day(origin, folder) if has_waivers else None)
    # What was refused may be what is missing: that is said already.
    lost = () if snapshot.refused else check_presence(catalogue)
    faults = [*loaded.diagnostics, *lost, *found.faults, *strict]
    judged = judge_waivers(faults, catalogue, day)
    return Checked(
        origin,
        catalogue,
        tuple(fault for fault in judged.diagnostics if fault not in strict),
        loaded.texts,
        tuple(fault for fault in judged.diagnostics if fault in strict),
        judged.waived,
        undated=has_waivers and day is None,
        found=found,
    )


def evaluate_site(root: Path) -> Evaluated:
    """The site in that folder with its scores. Raises `EnvironmentFailure`."""
    return evaluate_checked(check(root))


def evaluate_checked(checked: Checked) -> Evaluated:
    """The scores of a content without errors."""
    if has_errors(checked.diagnostics):
        return Evaluated(checked, None)
    from cvcgen.core.ranking import evaluate  # noqa: PLC0415 - see above

    return Evaluated(checked, evaluate(checked.catalogue, checked.origin))


def score_alone(root: Path, content: bytes) -> ScoredAlone | None:
    """One file's record with its scores under the pyramids of that folder as it stands.

    None where the file has faults or the folder is no site.
    """
    from cvcgen.core.margin import margin_scores  # noqa: PLC0415 - of one command alone
    from cvcgen.sources.margin import load_alone  # noqa: PLC0415

    found = load_alone(root, content)
    if found is None:
        return None
    record = found.record
    scores = margin_scores(record, found.catalogue) if isinstance(record, Project) else ()
    return ScoredAlone(record, tuple(scores))


def _day(origin: Origin, folder: Path | None) -> str | None:
    """The day of the revision, or of the commit that the folder was checked out from."""
    from cvcgen.sources.git import head_day  # noqa: PLC0415 - most sites have no waiver

    if origin.day:
        return origin.day
    return None if folder is None else head_day(folder)
