"""What another site can show of this one, and the lines of HTML to copy for it."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele
from cvcgen.core.ranking import Place
from cvcgen.publish.addresses import Address, PageKind, page_folder, page_name
from cvcgen.publish.views.context import FolderContext, PageContext, once_per_folder
from cvcgen.publish.views.scorebadge import HEIGHT, say_badge
from cvcgen.publish.views.standing import Standing


@dataclass(frozen=True, slots=True)
class Share:
    """A picture or a table, with what is needed to show it elsewhere."""

    label: str
    """What it says, or what it is called."""
    href: str
    """Where it lies, relative to the page."""
    width: str
    """In pixels; empty for what takes the width it is given."""
    height: str
    """In pixels."""
    public_source: str
    """Its whole address; begins with `unplaced` where the site's address is not known."""
    public_target: str
    """The whole address of the page behind it."""
    unplaced: str
    """What to replace by the site's address; empty where that is known."""


_FRAME_HEIGHT = "600"
_BADGE_HEIGHT = str(HEIGHT)


def share_badge(page: PageContext, place: Place, standing: Standing) -> Share:
    """The picture of a project's score, which leads to the project's page."""
    title, width = say_badge(page, place, standing)
    picture = Address(PageKind.BADGE, f"{place.project}.{place.score.clientele}")
    target = Address(PageKind.PROJECT, place.project)
    return _share(page, title, picture, target, (width, _BADGE_HEIGHT))


def share_ranking(page: PageContext, clientele: Clientele) -> Share:
    """The table of a ranking, to be shown in a frame."""
    name = page.clientele_name(clientele.id)
    label = page.voice.say(message("Ranking: {clientele}", clientele=name))
    table = Address(PageKind.EMBED, clientele.id)
    target = Address(PageKind.RANKING, clientele.id)
    return _share(page, label, table, target, ("", _FRAME_HEIGHT))


def _share(
    page: PageContext, label: str, shown: Address, target: Address, size: tuple[str, str]
) -> Share:
    unplaced, source = _public(page, shown.kind)
    _, place = _public(page, target.kind)
    language = page.voice.language
    return Share(
        label=label,
        href=page.href(shown.kind, shown.id),
        width=size[0],
        height=size[1],
        public_source=source + page_name(shown, language),
        public_target=place + page_name(target, language),
        unplaced=unplaced,
    )


@once_per_folder
def _public(page: FolderContext, kind: PageKind) -> tuple[str, str]:
    """What to replace by the site's address, and what addresses of such pages begin with."""
    url = page.site.catalogue.site.url
    unplaced = "" if url else page.voice.say(message("https://ADDRESS-OF-THIS-SITE"))
    return unplaced, f"{url or unplaced}/{page_folder(kind, page.voice.language)}/"
