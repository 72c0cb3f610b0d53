from cvcgen.core.model import ProjectId
from cvcgen.reports.scores.as_markdown import report
from cvcgen.reports.scores.sheet import sheets
from tests.reports.samples import EVERY_STATE, X, board, card, catalogue, project, reader


def test_the_tables_add_up_in_markdown_too() -> None:
    shown = sheets(EVERY_STATE, board(), [ProjectId("x")])
    lines = report(shown, EVERY_STATE, reader()).splitlines()
    assert lines[0] == "## Projet x (x) · Citoyens (citoyens)"
    assert "| Value 1 | 18 | High (5) | 5/5 | 18.0 | 0.0 |" in lines
    assert "| Total | 100% |  |  | 52.4% | 47.6% |" in lines
    assert lines[-2:] == ["- Score: 52.4%", "- Rank: tied 3rd of 5"]


def test_a_title_is_text() -> None:
    of = catalogue(project("p", card(X), title="@all <img> | [x](y)"))
    written = report(sheets(of, board(of)), of, reader())
    assert written.startswith("## @&#8203;all &lt;img&gt; &#124; \\[x\\](y) (p) · ")
