"""What surrounds every page: title, navigation, languages, notice, footer."""

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Language
from cvcgen.publish.addresses import SECTION_OF, PageKind, page_path, relative_link
from cvcgen.publish.sourcelinks import revision_link
from cvcgen.publish.views.context import Link, PageContext
from cvcgen.publish.voice import Localised, Prose, Voice

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
}
_SHOWN_REVISION = 10
_SHOWN_DAY = 10


@dataclass(frozen=True, slots=True)
class NavigationItem:
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
    current: bool
    """Whether it is the page itself."""


@dataclass(frozen=True, slots=True)
class Footer:
    """Which tool made the page from which state of the content."""

    tool: str
    """The tool's name and version."""
    revision: str | None
    """The commit, shortened, or None."""
    revision_href: str | None
    """The commit's page, or None where the repository is not known."""
    committed: str | None
    """The commit's day in words, or None."""
    source: Prose | None
    """Where the site's content comes from."""


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
    alternates: tuple[Alternate, ...]
    """The page in every language of the site, in the declared order."""
    breadcrumbs: tuple[Link, ...]
    """The way from the home page to the list above this page."""
    notice: Prose | None
    """The site's banner."""
    stylesheets: tuple[str, ...]
    """Links to the stylesheets, in order."""
    icon: str | None
    """The link to the picture in the browser's tab."""
    footer: Footer
    """Which tool made the page from what."""


def frame_page(page: PageContext, title: Localised, description: str) -> Frame:
    """The surroundings of a page with this title."""
    site = page.site.catalogue.site
    site_title = page.voice.localise(site.title)
    is_home = page.address.kind is PageKind.HOME
    return Frame(
        language=page.voice.language,
        title=title,
        site_title=site_title,
        document_title=site_title.text if is_home else f"{title} – {site_title}",
        description=description,
        home=page.href(PageKind.HOME),
        is_home=is_home,
        navigation=_navigation(page),
        alternates=tuple(_alternate(page, language) for language in site.languages),
        breadcrumbs=_breadcrumbs(page),
        notice=page.voice.prose(site.notice),
        stylesheets=tuple(page.asset_href(sheet) for sheet in page.site.stylesheets),
        icon=page.asset_href(page.site.icon) if page.site.icon else None,
        footer=_footer(page),
    )


def frame_section(page: PageContext, title: Message, description: str) -> Frame:
    """The surroundings of a page whose title is the tool's own word."""
    return frame_page(page, page.words(page.voice.say(title)), description)


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


def _navigation(page: PageContext) -> tuple[NavigationItem, ...]:
    section = SECTION_OF.get(page.address.kind, page.address.kind)
    return tuple(
        NavigationItem(page.voice.say(label), page.href(kind), kind is section)
        for kind, label in _NAVIGATION
    )


def _alternate(page: PageContext, language: Language) -> Alternate:
    href = relative_link(page.path, page_path(page.address, language))
    return Alternate(language, language_name(language), href, language == page.voice.language)


def _breadcrumbs(page: PageContext) -> tuple[Link, ...]:
    if page.address.kind is PageKind.HOME:
        return ()
    home = Link(page.words(page.voice.say(message("Home"))), page.href(PageKind.HOME))
    section = SECTION_OF.get(page.address.kind)
    if section is None:
        return (home,)
    label = page.words(page.voice.say(SECTION_TITLES[section]))
    return (home, Link(label, page.href(section)))


def _footer(page: PageContext) -> Footer:
    """The footer, without the origin's label: a folder and its commit give the same pages."""
    origin = page.site.scoreboard.origin
    site = page.site.catalogue.site
    return Footer(
        tool=f"cvcgen {page.site.tool_version}",
        revision=origin.revision[:_SHOWN_REVISION] if origin.revision else None,
        revision_href=revision_link(site.repository, origin),
        committed=_committed(origin.committed_at, page.voice),
        source=page.voice.prose(site.source),
    )


def _committed(committed_at: str | None, voice: Voice) -> str | None:
    return voice.date(committed_at[:_SHOWN_DAY]) if committed_at else None
