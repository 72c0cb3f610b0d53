"""The pages at the root that belong to no language: the way in, and the page not found."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from cvcgen.core.diagnostics import message
from cvcgen.publish.addresses import Address, PageKind, link_from, page_path
from cvcgen.publish.views.context import SiteIndex
from cvcgen.publish.views.frame import language_name
from cvcgen.publish.voice import Localised, Voice

_NO_ICON = "data:image/svg+xml,"
"""An empty picture, so that browsers do not ask for one at an address of their own."""
_LOST_RULES = (
    ":root{color-scheme:light dark;background:Canvas;color:CanvasText}"
    "body{max-width:44rem;margin:4rem auto;padding:0 1rem;font:1rem/1.55 system-ui,sans-serif}"
    "h1,h2{font-size:1.6rem;line-height:1.25}"
)


@dataclass(frozen=True, slots=True)
class Entrance:
    """The way into one language of the site."""

    language: str
    """The language's code."""
    name: str
    """What the language calls itself."""
    href: str
    """The home page in that language; of a lost page, what is nearest to it."""
    site_title: Localised
    """What the site is called in it."""
    not_found: str
    """That there is no such page, in its words."""
    home: str
    """What that link says, in its words."""


@dataclass(frozen=True, slots=True)
class LostStyle:
    """The style inside the page not found, where no file can be linked to."""

    rules: str
    """The rules, of characters that HTML leaves as they are."""
    source: str
    """Their digest, by which the page's policy allows these rules and no others."""


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
    lost: LostStyle | None
    """The style of the page not found whose site's address is not known; else None."""
    icon: str | None
    """The link to the picture in the browser's tab."""
    noindex: bool
    """Whether search engines are asked not to list the page."""


def view_entry(site: SiteIndex, voices: tuple[Voice, ...], not_found: bool) -> EntryView:
    """The page at the root; the default language's voice comes first.

    A server shows the page not found at any depth: its links start at the site's root, where
    that is known. Where it is not, the page asks for no file, has its style in itself, and
    leads to `index.html` beside the missing page: the list of its section, or a home page.
    """
    settings = site.catalogue.site
    lost = not_found and settings.url is None
    root = f"{urlsplit(settings.url).path}/" if not_found and settings.url else ""
    entrances = tuple(_entrance(site, voice, root, lost) for voice in voices)
    first = entrances[0]
    title = first.site_title.text
    if not_found:
        title = f"{voices[0].say(message('Page not found'))} – {title}"
    sheets = () if lost else site.stylesheets
    icon = f"{root}{site.icon.path}?v={site.icon.version}" if site.icon else None
    return EntryView(
        language=first.language,
        title=title,
        entrances=entrances,
        stylesheets=tuple(f"{root}{sheet.path}?v={sheet.version}" for sheet in sheets),
        lost=_style_lost() if lost else None,
        icon=_NO_ICON if lost else icon,
        noindex=not_found or settings.noindex,
    )


def _style_lost() -> LostStyle:
    digest = sha256(_LOST_RULES.encode()).digest()
    return LostStyle(_LOST_RULES, f"sha256-{b64encode(digest).decode()}")


def _entrance(site: SiteIndex, voice: Voice, root: str, lost: bool) -> Entrance:
    home = page_path(Address(PageKind.HOME), voice.language)
    way = "index.html" if lost else root + link_from(PurePosixPath(), home)
    return Entrance(
        language=voice.language,
        name=language_name(voice.language),
        href=way,
        site_title=voice.localise(site.catalogue.site.title),
        not_found=voice.say(message("This page does not exist.")),
        home=voice.say(message("Back to the site") if lost else message("Go to the home page")),
    )
