"""What is computed once for all pages of a folder."""

from dataclasses import replace

from cvcgen.core.model import Language, ProjectId
from cvcgen.publish.addresses import Address, PageKind
from cvcgen.publish.making.noted import NotedIndex
from cvcgen.publish.views.context import FolderContext, PageContext, once_per_folder
from cvcgen.publish.voice import make_voice
from tests.publish.little_sites import catalogue, clientele, context, project, rated

SITE = catalogue([clientele("gens", ["a"])], [project("p", rated("gens", {"a": "3"}))])


class Counted:
    """A function of a folder, and how often it was computed."""

    def __init__(self) -> None:
        self.calls: list[FolderContext] = []

    def __call__(self, page: FolderContext, number: int) -> str:
        self.calls.append(page)
        return f"{page.voice.language} {page.folder} {number}"


def test_it_is_computed_once_for_a_folder_a_language_and_arguments() -> None:
    counted = Counted()
    ask = once_per_folder(counted)
    home = context(SITE)
    same_folder = PageContext(home.site, home.voice, Address(PageKind.METHOD))
    elsewhere = PageContext(home.site, home.voice, Address(PageKind.PROJECTS))
    english = PageContext(home.site, make_voice(Language("en"), Language("fr")), home.address)
    assert [ask(page, 1) for page in (home, same_folder, elsewhere, english)] == [
        "fr fr 1",
        "fr fr 1",
        "fr fr/projets 1",
        "en en 1",
    ]
    assert ask(home, 2) == "fr fr 2"
    assert len(counted.calls) == 4


def test_it_never_sees_which_page_asks() -> None:
    counted = Counted()
    once_per_folder(counted)(context(SITE), 1)
    assert [type(page) for page in counted.calls] == [FolderContext]


def test_another_index_remembers_nothing_of_the_first() -> None:
    counted = Counted()
    ask = once_per_folder(counted)
    home = context(SITE)
    other = PageContext(replace(home.site, tool_version="0"), home.voice, home.address)
    assert ask(home, 1) == ask(other, 1)
    assert len(counted.calls) == 2


def test_what_was_read_for_it_is_read_by_everyone_who_asks() -> None:
    home = context(SITE)
    site = NotedIndex(home.site)
    page = PageContext(site, home.voice, home.address)
    reads = []
    for _ in range(2):
        site.reading.begin()
        page.project_link(ProjectId("p"))
        reads.append(site.reading.end())
    assert reads == [frozenset({"title/p"})] * 2
