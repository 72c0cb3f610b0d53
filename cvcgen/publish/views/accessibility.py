"""The accessibility statement: its goal, tests and known limits, and whom to tell."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.publish.sourcelinks import issue_link
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.frame import Frame, frame_page


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """The accessibility statement."""

    frame: Frame
    """What surrounds the page."""
    issue_href: str | None
    """The form to tell of a barrier, or None where the repository is not known."""


def view_accessibility(page: PageContext) -> AccessibilityView:
    """The accessibility statement."""
    voice = page.voice
    title = page.words(voice.say(message("Accessibility of this site")))
    summary = voice.say(
        message("What this site does so that everyone can use it, and what is known to lack.")
    )
    asked = message("Which page, what you wanted to do, what stood in the way:")
    return AccessibilityView(
        frame=frame_page(page, title, summary),
        issue_href=issue_link(
            page.site.catalogue.site.repository,
            voice.say(message("Accessibility barrier")),
            voice.say(asked) + "\n\n",
        ),
    )
