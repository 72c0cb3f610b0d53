"""A ranking that another site shows in a frame: a small page of its own, without scripts."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele, ClienteleId, Provenance
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import LanguageContext, PageContext
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.finding import say_ranking
from cvcgen.publish.views.frame import Frame, frame_page
from cvcgen.publish.views.labels import Badge, label_provenance
from cvcgen.publish.views.rankingrow import RankingRow, show_ranking_row
from cvcgen.publish.views.scorebadge import is_illustrative
from cvcgen.publish.views.standings import sort_places
from cvcgen.publish.voice import Prose

MOST_ROWS = 150


@dataclass(frozen=True, slots=True)
class EmbedView:
    """The frame's page."""

    frame: Frame
    """Title, notice and stylesheets; the rest surrounds only pages of the site."""
    badge: Badge | None
    """Where the figures come from."""
    finding: str
    """How many are ranked and what half of them reach."""
    rows: tuple[RankingRow, ...]
    """The first projects, best first; those without a rank follow."""
    rest: str
    """How many more there are, in a sentence; empty where all are shown."""
    ranking_href: str
    """The whole ranking."""
    source: Prose | None
    """Where the clientele's data come from."""


def view_embed(page: PageContext, clientele: Clientele) -> EmbedView:
    """The page of one ranking for other sites."""
    voice = page.voice
    places = sort_places(page, clientele.id)
    name = page.clientele_name(clientele.id)
    title = page.words(voice.say(message("Ranking: {clientele}", clientele=name)))
    finding = say_ranking(page, clientele.id)
    return EmbedView(
        frame=frame_page(page, title, finding),
        badge=_badge(page, clientele),
        finding=finding,
        rows=tuple(show_ranking_row(page, place) for place in places[:MOST_ROWS]),
        rest=_say_rest(page, len(places)),
        ranking_href=page.href(PageKind.RANKING, clientele.id),
        source=voice.prose(clientele.source),
    )


def _badge(page: PageContext, clientele: Clientele) -> Badge | None:
    """The clientele's provenance; that of the figures where any of them is made up."""
    made_up = _is_made_up(page, clientele.id)
    return label_provenance(
        Provenance.ILLUSTRATIVE if made_up else clientele.provenance, page.voice
    )


@settled
def _is_made_up(page: LanguageContext, clientele: ClienteleId) -> bool:
    places = page.site.rankings[clientele].places
    return any(is_illustrative(page, place) for place in places)


def _say_rest(page: PageContext, places: int) -> str:
    if places <= MOST_ROWS:
        return ""
    return page.voice.many(
        "{count} more project is on the page of the ranking.",
        "{count} more projects are on the page of the ranking.",
        places - MOST_ROWS,
    )
