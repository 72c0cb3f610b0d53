"""Score changes as an Atom feed (RFC 4287): an entry per revision that moved a wanted score.

Nothing depends on the day of the run: ids are made from commits, dates are the commits' own.
"""

from uuid import NAMESPACE_OID, uuid5

from cvcgen.core.changes import ScoreChange
from cvcgen.core.diagnostics import message
from cvcgen.core.trend import Occasion, feed_name
from cvcgen.reports.changes.figures import make_column, score_text
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.history.teller import Teller
from cvcgen.reports.media.xml import attribute, escape
from cvcgen.reports.pieces import Pieces
from cvcgen.reports.reader import Reader

_EPOCH = "1970-01-01T00:00:00+00:00"
_LONGEST_TITLE = 200


def report(chronicle: Chronicle, reader: Reader) -> Pieces:
    """The feed, newest entry first."""
    teller = Teller(chronicle, reader)
    site = chronicle.catalogue.site
    owner = reader.text(site.title, site) or "cvcgen"
    title = reader.say(message("{site}: score changes", site=owner))
    occasions = chronicle.trend.occasions
    updated = next((o.origin.committed_at for o in reversed(occasions)), None) or _EPOCH
    told = [
        (at, changes)
        for at, one in enumerate(occasions)
        if (changes := _wanted(one, chronicle))
    ][::-1]
    language = attribute(reader.phrases.language)
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={language}>\n'
        f"  <id>{_urn(chronicle, reader, '')}</id>\n"
        f"  <title>{escape(title)}</title>\n"
        f"  <updated>{escape(updated)}</updated>\n"
        f"  <author><name>{escape(owner)}</name></author>\n"
        "  <generator>cvcgen</generator>\n"
    )

    def draw(number: int) -> str:
        return _entry(*told[number], teller)

    return Pieces(head, draw, [len(changes) for _, changes in told], "</feed>\n")


def _wanted(occasion: Occasion, chronicle: Chronicle) -> list[ScoreChange]:
    """The wanted scores that came, went or moved."""
    return [
        change
        for change in occasion.changes
        if (change.moved or change.before is None or change.after is None)
        and chronicle.wants(change.project, change.clientele)
    ]


def _entry(at: int, changes: list[ScoreChange], teller: Teller) -> str:
    """The entry of the revision that so many others are older than."""
    occasion = teller.chronicle.trend.occasions[at]
    reader, origin = teller.reader, occasion.origin
    date = escape(origin.committed_at or _EPOCH)
    title = f"{_counted(at, changes, teller)} · {occasion.subject}"[:_LONGEST_TITLE]
    items = "".join(_item(change, occasion, teller) for change in changes)
    author = escape(occasion.author or "?")
    return (
        "  <entry>\n"
        f"    <id>{_urn(teller.chronicle, reader, origin.revision or origin.label)}</id>\n"
        f"    <title>{escape(title)}</title>\n"
        f"    <updated>{date}</updated>\n"
        f"    <published>{date}</published>\n"
        f"    <author><name>{author}</name></author>\n"
        '    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><ul>\n'
        f"{items}    </ul></div></content>\n"
        "  </entry>\n"
    )


def _counted(at: int, changes: list[ScoreChange], teller: Teller) -> str:
    """How many scores changed, and whether since another revision than the one before."""
    phrases = teller.reader.phrases
    many = phrases.many("{count} score changed", "{count} scores changed", len(changes))
    counted = many.format(count=len(changes))
    if teller.chronicle.trend.follows_gap(at):
        counted += f", {phrases.one('since the last revision that could be read')}"
    return counted


def _item(change: ScoreChange, occasion: Occasion, teller: Teller) -> str:
    """What became of one score, and why."""
    names = teller.names(occasion)
    figures = score_text(change, make_column(change, ()), teller.reader)
    named = f"{names.project(change.project)} · {names.clientele(change.clientele)}"
    causes = "".join(f"<li>{escape(cause)}</li>" for cause in teller.change(change, occasion))
    listed = f"<ul>{causes}</ul>" if causes else ""
    return f"      <li>{escape(named)} · {escape(figures)}{listed}</li>\n"


def _urn(chronicle: Chronicle, reader: Reader, revision: str) -> str:
    """The same for the same entry of the same feed, and for no other."""
    name = feed_name(
        chronicle.identity,
        reader.phrases.language,
        revision,
        chronicle.projects,
        chronicle.clienteles,
    )
    return f"urn:uuid:{uuid5(NAMESPACE_OID, name)}"
