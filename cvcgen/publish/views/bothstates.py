"""What the records of two states are called on a page of the latter one."""

from collections.abc import Mapping
from fractions import Fraction

from cvcgen.core.changes import Fact, RecordKey, ScoreChange, Sides, Unrated
from cvcgen.core.changes.labels import say_origin
from cvcgen.core.diagnostics import message
from cvcgen.core.exact import finite_digits, fraction_text
from cvcgen.core.model import ClienteleId, Kind, Origin, Rubric
from cvcgen.core.trend import Lost, lacked
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.preview import Preview
from cvcgen.publish.sourcelinks import line_link
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.voice import Localised

SHOWN_ID = 10
"""How many characters of a commit's id are shown."""
_MOST_DIGITS = 4
_PAGES = {
    Kind.PROJECT: PageKind.PROJECT,
    Kind.CLIENTELE: PageKind.CLIENTELE,
    Kind.VALUE: PageKind.VALUE,
    Kind.RUBRIC: PageKind.RUBRIC,
}


class BothStates:
    """Names for all that is in a comparison; ids are those that it uses.

    That is the id after the change, or the one before where the record is gone.
    """

    def __init__(self, page: PageContext, preview: Preview) -> None:
        self.page = page
        """Where the names are shown."""
        self.preview = preview
        """What is named."""
        self.gone_since: Mapping[Lost, str] = {}
        """From which day was gone what the change brings back, in words; two states do not
        know."""

    def name(self, kind: Kind, record: str) -> Localised:
        """What the record is called; its id where it has no title."""
        text = self.preview.titles.get((kind, record))
        return self.page.words(record) if text is None else self.page.name(text, record)

    def href(self, kind: Kind, record: str) -> str | None:
        """The record's page, or None where it has none any more."""
        gone = (kind, record) in self.preview.gone
        return None if gone else self.page.href(_PAGES[kind], record)

    def record(self, key: RecordKey) -> str:
        """The record's name and id; the file for the site's own settings."""
        if key.kind is None:
            return "cvcgen.yaml"
        name = self.name(key.kind, key.id).text
        return name if name == key.id else f"{name} ({key.id})"

    def back_since(self, change: ScoreChange) -> str:
        """The day from which that was gone which a new score lacked; empty where it is new."""
        return self.gone_since.get(lacked(change), "") if change.before is None else ""

    def rating(self, fact: Fact, clientele: ClienteleId, after: bool) -> str:
        """The level with its points, or what stands in their place."""
        voice = self.page.voice
        if fact == Unrated.NOT_APPLICABLE:
            return voice.say(message("not applicable"))
        if not isinstance(fact, Fraction):
            return voice.say(message("not rated"))
        rubric = self._rubric(clientele, after)
        level = rubric.level(fact) if rubric else None
        points = self.plain(fact)
        return f"{self.page.name(level.name, points).text} ({points})" if level else points

    def plain(self, number: Fraction) -> str:
        """The number with as few decimals as write it exactly, else as a fraction."""
        digits = finite_digits(number)
        if digits is None or digits > _MOST_DIGITS:
            return fraction_text(number)
        return self.page.voice.number(number, digits)

    def line_href(self, sides: Sides) -> str | None:
        """The line after the change, or before it where it is gone; None if not known."""
        comparison = self.preview.comparison
        origin = comparison.after if sides.after else comparison.before
        return line_link(self.page.site.catalogue.site.repository, origin, sides.where)

    def _rubric(self, clientele: ClienteleId, after: bool) -> Rubric | None:
        """The rating scale of that clientele on that side, which may know it by another id."""
        catalogue = self.preview.after if after else self.preview.before
        wanted = clientele if after else self.preview.former.get(clientele, clientele)
        found = next((c.rubric for c in catalogue.clienteles if c.id == wanted), None)
        return next((one for one in catalogue.rubrics if one.id == found), None)


def name_origin(page: PageContext, origin: Origin) -> str:
    """The state as people call it, with its commit: «main (4f2a9c1d20)»."""
    ours = say_origin(origin)
    name = page.voice.say(ours) if ours else origin.label
    if origin.revision is None:
        return name
    short = origin.revision[:SHOWN_ID]
    return short if origin.revision.startswith(name) else f"{name} ({short})"
