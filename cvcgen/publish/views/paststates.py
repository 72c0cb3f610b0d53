"""What the records of a former time are called, and where their pages are today."""

from cvcgen.core.model import Kind
from cvcgen.core.trend import Occasion
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.history import Past
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.views.commitmark import mark_commit
from cvcgen.publish.views.context import PageContext


class PastStates(BothStates):
    """Names for what one commit changed; links lead to the pages of today."""

    def __init__(self, page: PageContext, past: Past, occasion: Occasion) -> None:
        super().__init__(page, past.preview)
        self._now = past.now
        self.gone_since = {
            lost: mark_commit(page, then).date for lost, then in occasion.returned.items()
        }

    def href(self, kind: Kind, record: str) -> str | None:
        """The page of the project or clientele under today's id, or None without one."""
        site, now = self.page.site, self._now.get((kind, record), record)
        if kind is Kind.PROJECT and now in site.projects:
            return self.page.href(PageKind.PROJECT, now)
        if kind is Kind.CLIENTELE and now in site.clienteles:
            return self.page.href(PageKind.CLIENTELE, now)
        return None


def past_states(page: PageContext, occasion: Occasion) -> PastStates | None:
    """The names for what the revision changed; None where nothing is told from it."""
    history = page.site.history
    past = history.past(occasion) if history else None
    return None if past is None else PastStates(page, past, occasion)
