"""The banner of a preview, on every page of it."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.views.context import PageContext


@dataclass(frozen=True, slots=True)
class PreviewNotice:
    """That the site is a preview of changes."""

    text: str
    """What it is compared with, in a sentence."""
    changes: str
    """What the page that lists the changes is called."""
    changes_href: str
    """That page."""
    listed_here: bool
    """Whether it is the page itself."""


def give_notice(page: PageContext) -> PreviewNotice | None:
    """The banner, or None where the site is no preview."""
    preview = page.site.preview
    if preview is None:
        return None
    from cvcgen.publish.views.bothstates import name_origin  # noqa: PLC0415 - for previews

    base = name_origin(page, preview.comparison.before)
    return PreviewNotice(
        text=page.voice.say(message("Preview, compared with {base}.", base=base)),
        changes=page.voice.say(message("What changes")),
        changes_href=page.href(PageKind.CHANGES),
        listed_here=page.address.kind is PageKind.CHANGES,
    )
