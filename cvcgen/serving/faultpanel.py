"""What is wrong, as a panel that lies over the page: an alert that can be folded away."""

from dataclasses import dataclass
from html import escape

from cvcgen.app.livesite import LiveSite
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.hidden import show_hidden
from cvcgen.phrases import Phrases, load_phrases, spoken_language
from cvcgen.reports.diagnostics import as_html
from cvcgen.reports.diagnostics.summary import count, sentence

ANCHOR = "cvcgen-faults"
"""The panel's id, which script and style go by."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The faults in one language."""

    title: str
    """How many there are, to stand before the page's title."""
    html: str
    """The panel; everything that the content says in it is text."""


def make_panel(site: LiveSite, language: str) -> Panel | None:
    """The panel for a reader of that language, or None where nothing is wrong."""
    phrases = load_phrases(spoken_language(language))
    if site.failure is not None:
        return message_panel(site.failure, phrases)
    if not site.is_faulty:
        return None
    checked = site.checked
    title = sentence(count(checked.diagnostics), len(checked.texts), phrases)
    listed = as_html.report(checked.diagnostics, checked.texts, phrases)
    return Panel(title, _panel(title, _stands_for(site, phrases) + listed, phrases))


def message_panel(what: Message, phrases: Phrases) -> Panel:
    """The panel of something that stands in the way, and that no file's line is about."""
    title = phrases.one("The site cannot be made")
    said = f"<p>{escape(show_hidden(phrases.say(what)))}</p>\n"
    return Panel(title, _panel(title, said, phrases))


def _stands_for(site: LiveSite, phrases: Phrases) -> str:
    if site.files is None:
        said = message("The site appears here as soon as these are mended.")
    else:
        said = message("Below is the site as it was before; save again when these are mended.")
    return f"<p>{escape(phrases.say(said))}</p>\n"


def _panel(title: str, inside: str, phrases: Phrases) -> str:
    return (
        f'<div id="{ANCHOR}" role="alert" lang="{escape(phrases.language)}">\n<details open>\n'
        f"<summary>{escape(title)}</summary>\n{inside}</details>\n</div>\n"
    )
