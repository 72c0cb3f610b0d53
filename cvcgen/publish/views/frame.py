"""What surrounds every page: title, navigation, languages, notice, footer."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Language
from cvcgen.publish.addresses import (
    ABOVE,
    PageKind,
    absolute_link,
    feed_path,
    page_name,
    page_path,
    quote_name,
    way_to,
)
from cvcgen.publish.closed import Closed
from cvcgen.publish.slots import mark, origin_slot
from cvcgen.publish.views.context import FolderContext, Link, PageContext, once_per_folder
from cvcgen.publish.views.previewnotice import PreviewNotice, give_notice
from cvcgen.publish.voice import Localised, Prose

_NAVIGATION = (
    (PageKind.RANKINGS, message("Rankings")),
    (PageKind.PROJECTS, message("Projects")),
    (PageKind.CLIENTELES, message("Clienteles")),
    (PageKind.VALUES, message("Values")),
    (PageKind.METHOD, message("Method")),
    (PageKind.DATA, message("Data")),
)
SECTION_TITLES = {
    PageKind.RANKINGS: message("Rankings"),
    PageKind.PROJECTS: message("Projects"),
    PageKind.CLIENTELES: message("Clienteles"),
    PageKind.VALUES: message("Values"),
    PageKind.RUBRICS: message("Rating scales"),
    PageKind.HISTORY: message("History"),
}
_SCRIPTS = {
    PageKind.RANKING: ("filter.js", "sort.js"),
    PageKind.SEARCH: ("search.js",),
}
"""The scripts that a page's controls need; all other pages have none."""


@dataclass(frozen=True, slots=True)
class NavigationItem(Closed):
    """One entry of the site's navigation."""

    label: str
    """What it is called."""
    href: str
    """Relative to the page."""
    current: bool
    """Whether the page belongs to this section."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in one language of the site."""

    language: str
    """The language's code."""
    name: str
    """What the language calls itself."""
    href: str
    """Relative to the page."""
    address: str
    """The whole address where the site's own is known, else relative to the page."""
    current: bool
    """Whether it is the page itself."""


@dataclass(frozen=True, slots=True)
class Footer(Closed):
    """Which tool made the page from which state of the content."""

    tool: str
    """The tool's name and version."""
    origin: str
    """The mark of the slot for the commit, see `builtfrom`."""
    source: Prose | None
    """Where the site's content comes from."""
    history: NavigationItem | None
    """What changed on the site; None where it tells none of its past."""
    accessibility: NavigationItem
    """The accessibility statement."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages have."""

    language: str
    """The page's language."""
    title: Localised
    """The page's own title."""
    site_title: Localised
    """What the site is called."""
    document_title: str
    """What the browser shows in its tab."""
    description: str
    """What the page says, for search engines, in a sentence."""
    home: str
    """The link to the home page."""
    is_home: bool
    """Whether this is the home page."""
    navigation: tuple[NavigationItem, ...]
    """The sections of the site."""
    search: NavigationItem
    """The search page."""
    alternates: tuple[Alternate, ...]
    """The page in every language of the site, in the declared order."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to a list that is not among the sections; else none."""
    notice: Prose | None
    """The site's banner."""
    preview: PreviewNotice | None
    """That the site is a preview; None where it is none."""
    canonical: str | None
    """The page's whole address, or None where the site's is not known."""
    default_address: str | None
    """The same of the page in the default language."""
    noindex: bool
    """Whether search engines are asked not to list the page."""
    stylesheets: tuple[str, ...]
    """Links to the stylesheets, in order."""
    scripts: tuple[str, ...]
    """Links to the scripts, in order."""
    icon: str | None
    """The link to the picture in the browser's tab."""
    feed: str | None
    """The link to the history for feed readers; None where the site tells none of its past."""
    footer: Footer
    """Which tool made the page from what."""


def frame_page(page: PageContext, title: Localised, description: str) -> Frame:
    """The surroundings of a page with this title."""
    site, around = page.site.catalogue.site, _surround(page, page.address.kind)
    site_title, is_home = around.site_title, page.address.kind is PageKind.HOME
    return Frame(
        language=page.voice.language,
        title=title,
        site_title=site_title,
        document_title=(
            site_title.text if is_home else f"{_name_part(page, title)} – {site_title.text}"
        ),
        description=description,
        home=around.home,
        is_home=is_home,
        navigation=around.navigation,
        search=around.search,
        alternates=tuple([_alternate(page, language) for language in site.languages]),
        breadcrumbs=around.breadcrumbs,
        notice=around.notice,
        preview=give_notice(page),
        canonical=_address(page, page.voice.language),
        default_address=_address(page, site.default_language),
        noindex=site.noindex or page.site.preview is not None,
        stylesheets=around.stylesheets,
        scripts=around.scripts,
        icon=around.icon,
        feed=around.feed,
        footer=around.footer,
    )


@lru_cache(maxsize=64)
def language_name(language: str) -> str:
    """What a language calls itself, or its code where that is not known.

    >>> language_name("fr"), language_name("en"), language_name("zz")
    ('Français', 'English', 'zz')
    """
    try:
        name = Locale.parse(language, sep="-").get_language_name()
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language


@once_per_folder
def feed_href(page: FolderContext) -> str:
    """The link to the history for feed readers, in the page's language."""
    return page.file_href(feed_path(page.voice.language))


class _Around(NamedTuple):
    """What the frames of all pages of one kind in a folder have in common; see `Frame`."""

    site_title: Localised
    home: str
    navigation: tuple[NavigationItem, ...]
    search: NavigationItem
    breadcrumbs: tuple[Link, ...]
    notice: Prose | None
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    icon: str | None
    feed: str | None
    footer: Footer


@once_per_folder
def _surround(page: FolderContext, kind: PageKind) -> _Around:
    site, section = page.site, ABOVE.get(kind, kind)
    scripts = [site.scripts[name] for name in _SCRIPTS.get(kind, ()) if name in site.scripts]
    return _Around(
        site_title=page.voice.localise(site.catalogue.site.title),
        home=page.href(PageKind.HOME),
        navigation=tuple(_item(page, one, label, section) for one, label in _NAVIGATION),
        search=_item(page, PageKind.SEARCH, message("Search"), section),
        breadcrumbs=_breadcrumbs(page, kind, section),
        notice=page.voice.prose(site.catalogue.site.notice),
        stylesheets=tuple(page.asset_href(sheet) for sheet in site.stylesheets),
        scripts=tuple(page.asset_href(script) for script in scripts),
        icon=page.asset_href(site.icon) if site.icon else None,
        feed=feed_href(page) if site.history else None,
        footer=_footer(page, section),
    )


def _name_part(page: PageContext, title: Localised) -> str:
    """The title, and which part of a long list the page is: each has its own name in a tab."""
    number = page.address.number
    if number == 1:
        return title.text
    return page.voice.say(message("{title}, part {number}", title=title, number=number))


def _item(
    page: FolderContext, kind: PageKind, label: Message, section: PageKind
) -> NavigationItem:
    return NavigationItem(page.voice.say(label), page.href(kind), kind is section)


def _alternate(page: PageContext, language: Language) -> Alternate:
    way = way_to(page.folder, page.address.kind, language)
    href = way + quote_name(page_name(page.address, language))
    return Alternate(
        language=language,
        name=language_name(language),
        href=href,
        address=_address(page, language) or href,
        current=language == page.voice.language,
    )


def _address(page: PageContext, language: Language) -> str | None:
    url = page.site.catalogue.site.url
    return None if url is None else absolute_link(url, page_path(page.address, language))


def _breadcrumbs(page: FolderContext, kind: PageKind, section: PageKind) -> tuple[Link, ...]:
    """The way down to a section that is not in the navigation: the others stand there already.

    Twice the same links would be two more stops on the way to the content, on every page.
    """
    if kind not in ABOVE or section in {one for one, _ in _NAVIGATION}:
        return ()
    home = Link(page.words(page.voice.say(message("Home"))), page.href(PageKind.HOME))
    label = page.words(page.voice.say(SECTION_TITLES[section]))
    return (home, Link(label, page.href(section)))


def _footer(page: FolderContext, section: PageKind) -> Footer:
    """The footer of the pages of a folder."""
    site = page.site.catalogue.site
    return Footer(
        tool=f"cvcgen {page.site.tool_version}",
        origin=mark(origin_slot(page.voice.language)),
        source=page.voice.prose(site.source),
        history=(
            _item(page, PageKind.HISTORY, SECTION_TITLES[PageKind.HISTORY], section)
            if page.site.history
            else None
        ),
        accessibility=_item(
            page, PageKind.ACCESSIBILITY, message("Accessibility of this site"), section
        ),
    )
