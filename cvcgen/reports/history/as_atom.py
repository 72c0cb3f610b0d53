"""Score changes as an Atom feed (RFC 4287): an entry per revision that moved a wanted score.

Nothing depends on the day of the run: ids are made from commits, dates are the commits' own.
"""

from collections.abc import Iterator
from uuid import NAMESPACE_OID, uuid5

from cvcgen.core.changes import ScoreChange
from cvcgen.core.changes.sentences import Ends, say_rank, say_score
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.trend import Occasion, feed_name
from cvcgen.reports.changes.figures import figure_text, make_column, signed
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
    counted = ", ".join(_counted(at, changes, teller))
    title = " · ".join(filter(None, (counted, occasion.subject)))[:_LONGEST_TITLE]
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


def _counted(at: int, changes: list[ScoreChange], teller: Teller) -> Iterator[str]:
    """How many scores moved, came and went; whether not since the revision before."""
    phrases, trend = teller.reader.phrases, teller.chronicle.trend
    back = sum(trend.occasions[at].back_since(change) is not None for change in changes)
    came = sum(change.before is None for change in changes) - back
    gone = sum(change.after is None for change in changes)
    many, moved = phrases.many, len(changes) - came - back - gone
    told = (
        (moved, many("{count} score changed", "{count} scores changed", moved)),
        (came, many("{count} new score", "{count} new scores", came)),
        (back, many("{count} score back", "{count} scores back", back)),
        (gone, many("{count} score gone", "{count} scores gone", gone)),
    )
    yield from (template.format(count=count) for count, template in told if count)
    if trend.follows_gap(at):
        yield phrases.one("since the last revision that could be read")


def _item(change: ScoreChange, occasion: Occasion, teller: Teller) -> str:
    """What became of one score, and why."""
    names = teller.names(occasion)
    named = f"{names.project(change.project)} · {names.clientele(change.clientele)}"
    standing = "; ".join(map(teller.reader.say, _standing(change, occasion, teller.reader)))
    causes = "".join(f"<li>{escape(cause)}</li>" for cause in teller.change(change, occasion))
    listed = f"<ul>{causes}</ul>" if causes else ""
    return f"      <li>{escape(named)} · {escape(standing)}{listed}</li>\n"


def _standing(change: ScoreChange, occasion: Occasion, reader: Reader) -> Iterator[Message]:
    """The score and the rank, now and before."""
    column = make_column(change, ())
    digits, delta = 0, ""
    if column is not None:
        digits, delta = column.head_digits, signed(column.total, column.head_digits, reader)
    places = (change.before, change.after)
    scores = [
        "" if place is None or place.score.low is None else figure_text(place, digits, reader)
        for place in places
    ]
    ranks = [
        reader.ordinal(place.rank, place.tied) if place and place.rank else ""
        for place in places
    ]
    yield say_score(change, Ends(*scores), delta, occasion.back_since(change) is not None)
    rank = say_rank(change, Ends(*ranks))
    if rank is not None:
        yield rank


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
