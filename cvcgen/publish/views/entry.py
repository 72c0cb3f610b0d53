"""The pages at the root that belong to no language: the way in, and the page not found."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from cvcgen.core.diagnostics import message
from cvcgen.publish.addresses import Address, PageKind, page_path, relative_link
from cvcgen.publish.views.context import SiteIndex
from cvcgen.publish.views.frame import language_name
from cvcgen.publish.voice import Localised, Voice

_NO_ICON = "data:image/svg+xml,"
"""An empty picture, so that browsers do not ask for one at an address of their own."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """The way into one language of the site."""

    language: str
    """The language's code."""
    name: str
    """What the language calls itself."""
    href: str
    """The home page in that language."""
    site_title: Localised
    """What the site is called in it."""
    not_found: str
    """That there is no such page, in its words."""
    home: str
    """What the link to the home page says, in its words."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """A page at the root."""

    language: str
    """The default language."""
    title: str
    """What the browser shows in its tab."""
    entrances: tuple[Entrance, ...]
    """One per language, the default first."""
    stylesheets: tuple[str, ...]
    """Links to the stylesheets, in order."""
    icon: str | None
    """The link to the picture in the browser's tab."""
    noindex: bool
    """Whether search engines are asked not to list the page."""


def view_entry(site: SiteIndex, voices: tuple[Voice, ...], not_found: bool) -> EntryView:
    """The page at the root; the default language's voice comes first.

    A server shows the page not found at any depth: its links start at the site's root, where
    that is known. Where it is not, the page asks for no file, and stands in plain type.
    """
    settings = site.catalogue.site
    lost = not_found and settings.url is None
    root = f"{urlsplit(settings.url).path}/" if not_found and settings.url else ""
    entrances = tuple(_entrance(site, voice, root) for voice in voices)
    first = entrances[0]
    title = f"{first.not_found} – {first.site_title}" if not_found else first.site_title.text
    sheets = () if lost else site.stylesheets
    icon = f"{root}{site.icon.path}?v={site.icon.version}" if site.icon else None
    return EntryView(
        language=first.language,
        title=title,
        entrances=entrances,
        stylesheets=tuple(f"{root}{sheet.path}?v={sheet.version}" for sheet in sheets),
        icon=_NO_ICON if lost else icon,
        noindex=not_found or settings.noindex,
    )


def _entrance(site: SiteIndex, voice: Voice, root: str) -> Entrance:
    home = page_path(Address(PageKind.HOME), voice.language)
    return Entrance(
        language=voice.language,
        name=language_name(voice.language),
        href=root + relative_link(PurePosixPath("index.html"), home),
        site_title=voice.localise(site.catalogue.site.title),
        not_found=voice.say(message("This page does not exist.")),
        home=voice.say(message("Go to the home page")),
    )
