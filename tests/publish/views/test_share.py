"""The lines of HTML that other sites copy."""

import html
import re

from cvcgen.core.model import Catalogue
from tests.publish.little_sites import catalogue, clientele, pages, project, rated, text


def site(url: str | None = None, name: str = "Projet") -> Catalogue:
    plan = project("p", rated("gens", {"a": "5"}), title=text(name))
    return catalogue([clientele("gens", {"a": "1"})], [plan], url=url)


def snippets(page: str) -> list[str]:
    found = re.findall(r'<pre class="snippet"><code>(.*?)</code></pre>', page, re.DOTALL)
    return [html.unescape(snippet) for snippet in found]


def test_a_ranking_gives_a_frame_with_the_address_of_the_site() -> None:
    [frame] = snippets(pages(site("https://cote.example/a"))["en/rankings/gens.html"])
    assert frame == (
        '<iframe src="https://cote.example/a/embed/gens.en.html" title="Ranking: Gens (en)"'
        ' width="100%" height="600" loading="lazy"></iframe>'
    )


def test_a_project_gives_its_picture_which_leads_to_its_page() -> None:
    page = pages(site("https://cote.example"))["en/projects/p.html"]
    [snippet] = snippets(page)
    assert snippet == (
        '<a href="https://cote.example/en/projects/p.html">'
        '<img src="https://cote.example/badges/p.gens.en.svg"'
        ' alt="Gens (en): 100.0% · 1st of 1" width="193" height="24"></a>'
    )
    assert 'src="../../badges/p.gens.en.svg"' in page


def test_what_to_replace_is_said_where_the_address_of_the_site_is_not_known() -> None:
    made = pages(site())
    assert "in place of: https://ADDRESS-OF-THIS-SITE<" in made["en/rankings/gens.html"]
    [frame] = snippets(made["fr/classements/gens.html"])
    assert 'src="https://ADRESSE-DE-CE-SITE/embed/gens.fr.html"' in frame
    assert "in place of" not in pages(site("https://a.example"))["en/rankings/gens.html"]


def test_a_hostile_name_stays_inside_its_attribute() -> None:
    group = clientele("gens", {"a": "1"})
    name = '"><script>alert(1)</script>'
    group = type(group)(group.id, text(name), group.rubric, group.weights, group.pyramid)
    made = pages(catalogue([group], [project("p", rated("gens", {"a": "5"}))]))
    [frame] = snippets(made["fr/classements/gens.html"])
    assert "<script" not in frame
    assert 'title="Classement\N{NO-BREAK SPACE}: &#34;&gt;&lt;script&gt;' in frame
