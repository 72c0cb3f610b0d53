"""Little sites as previews: two catalogues, compared."""

from dataclasses import replace

from cvcgen.core.changes import State, compare
from cvcgen.core.changes.files import ChangedFile
from cvcgen.core.model import Catalogue, Origin
from cvcgen.core.ranking import evaluate
from cvcgen.publish.addresses import PageKind
from cvcgen.publish.preview import Preview, make_preview
from cvcgen.publish.views.context import PageContext
from tests.publish.little_sites import board, context, pages

FILES = (ChangedFile("content/clienteles/all.yaml", None, 2),)


def preview(
    before: Catalogue, after: Catalogue, files: tuple[ChangedFile, ...] = FILES
) -> Preview:
    old = State(before, evaluate(before, Origin("main", "d460674bbd" * 4)))
    return make_preview(compare(old, State(after, board(after))), before, after, files)


def preview_context(
    made: Preview, after: Catalogue, language: str = "en", kind: PageKind = PageKind.HOME
) -> PageContext:
    page = context(after, language, kind)
    return replace(page, site=replace(page.site, preview=made))


def preview_pages(made: Preview, after: Catalogue) -> dict[str, str]:
    """The preview's files as texts, by path."""
    return pages(after, preview=made)
