"""A pyramid whose weights lead to the lines that give them."""

from dataclasses import replace

from cvcgen.core.diagnostics import Location
from cvcgen.core.model import Catalogue, Repository
from cvcgen.publish.views.pyramid import show_pyramid
from tests.publish.little_sites import catalogue, clientele, context, pages


def located(repository: Repository | None) -> Catalogue:
    """A clientele whose pyramid starts on line 30 of its file."""
    group = clientele("gens", {"b": "60", "a": "40"})
    path = "content/clienteles/gens.yaml"
    pyramid = tuple(
        replace(entry, where=Location(path, line))
        for line, entry in enumerate(group.pyramid, 30)
    )
    return catalogue([replace(group, pyramid=pyramid)], repository=repository)


KNOWN = located(Repository("https://github.com/o/r", "main"))
START = "https://github.com/o/r/blob/main/content/clienteles/gens.yaml"


def test_on_the_clientele_s_page_each_weight_leads_to_its_line() -> None:
    page = pages(KNOWN)["en/clienteles/gens.html"]
    for line, weight, value in ((30, "60%", "Value b"), (31, "40%", "Value a")):
        unseen = f'<span class="unseen"> – Source, {value}</span>'
        assert f'<a href="{START}#L{line}">{weight}{unseen}</a>' in page


def test_lists_of_pyramids_have_no_such_links() -> None:
    shown = show_pyramid(context(KNOWN), KNOWN.clienteles[0])
    assert [row.file_href for row in shown.rows] == [None, None]
    assert "#L30" not in pages(KNOWN)["en/values/index.html"]


def test_without_a_repository_weights_are_plain() -> None:
    page = pages(located(None))["fr/clienteles/gens.html"]
    assert '<span class="pyramid-weight">60\xa0%</span>' in page
