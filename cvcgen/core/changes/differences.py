"""What records of two states differ in, as values: which came and went, what they say now.

Every id is the record's id after the change, or the id before where the record is gone.
Places in files take no part in equality, so that moving a line is no change.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from cvcgen.core.changes.kinds import EditKind, RecordEvent
from cvcgen.core.diagnostics import Location
from cvcgen.core.model import ClienteleId, Kind, Language, Text, ValueId

Fact = Fraction | str | tuple[str, ...] | None
"""A side of an edit or cause: a number, a word (often of an enumeration), ids, or nothing."""


@dataclass(frozen=True, slots=True)
class RecordKey:
    """One record of the content."""

    kind: Kind | None
    """None for the site's own settings, `cvcgen.yaml`."""
    id: str
    """Empty for the site's own settings."""


SITE_KEY = RecordKey(None, "")
"""The record that `cvcgen.yaml` is."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Where something stands on the two sides; no part of any equality."""

    before: Location | None = None
    """None where it is new."""
    after: Location | None = None
    """None where it is gone."""

    @property
    def where(self) -> Location:
        """The place to show: after the change, or before it where it is gone."""
        found = self.after or self.before
        return found if found is not None else Location("")


@dataclass(frozen=True, slots=True)
class Along:
    """How much came or went along with a value of a pyramid, or with a clientele."""

    scorecards: int = 0
    """Scorecards of any form; none with a value."""
    ratings: int = 0
    """Ratings of the value; none with a clientele, whose scorecards hold them."""
    reasons: int = 0
    """Texts that say why a rating was given, or why there is none."""
    texts: int = 0
    """Other texts, such as pieces of evidence."""


NOTHING_ALONG = Along()


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A whole record that came, went or was renamed."""

    record: RecordKey
    """Which record it is about."""
    event: RecordEvent
    """Whether it came, went or was renamed."""
    former: str | None = None
    """The id before a renaming; None otherwise."""
    exact: bool = True
    """Whether a renamed record is otherwise the same; its edits are listed apart if not."""
    along: Along = field(default=NOTHING_ALONG, compare=False)
    """What came or went with a clientele; not known where no edits of projects are told."""
    sides: Sides = field(default=Sides(), compare=False)


@dataclass(frozen=True, slots=True)
class Edit:
    """One part of a record that says something else than before."""

    record: RecordKey
    """Which record it is about."""
    kind: EditKind
    before: Fact
    """What it is, per kind, is written at `EditKind`; ids are those after renaming."""
    after: Fact
    clientele: ClienteleId | None = None
    """The scorecard's, where a project's scorecard was edited."""
    value: ValueId | None = None
    """The value whose weight or rating was edited."""
    part: str | None = None
    """The rater whose points were edited, or the waiver: its code, and its place if any."""
    scores: int = 0
    """How many scores it moved, alone or with others."""
    follows: bool = False
    """Whether it came or went with a value of the pyramid or with the clientele; that change
    has it `along`, and is told in its place."""
    along: Along = field(default=NOTHING_ALONG, compare=False)
    """What came or went with a value of a pyramid."""
    sides: Sides = field(default=Sides(), compare=False)
    """The closest place that the model knows: of the entry, else of the record."""


@dataclass(frozen=True, slots=True)
class WordingEdit:
    """One text of a record that reads otherwise; it moves no score."""

    record: RecordKey
    """Which record it is about."""
    key: str
    """The key in the file, such as `definition`, `why` or `levels/3`."""
    before: Text | None
    """None where there was no text; one of the two is there."""
    after: Text | None
    clientele: ClienteleId | None = None
    """The scorecard's, where the text stands in one."""
    value: ValueId | None = None
    """The rating's, where the text stands in one."""
    meaning: bool = False
    """Whether it changes what a rating means, or why it was given."""
    follows: bool = False
    """As of an `Edit`."""
    sides: Sides = field(default=Sides(), compare=False)

    @property
    def path(self) -> str:
        """The keys from the record to the text, such as `scorecards/citoyens/note`."""
        card = () if self.clientele is None else ("scorecards", self.clientele)
        rating = () if self.value is None else ("ratings", self.value)
        return "/".join((*card, *rating, self.key))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which the wording differs, sorted."""
        before = dict(self.before.translations) if self.before else {}
        after = dict(self.after.translations) if self.after else {}
        codes = sorted(before.keys() | after.keys())
        return tuple(code for code in codes if before.get(code) != after.get(code))
