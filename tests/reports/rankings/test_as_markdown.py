from cvcgen.reports.rankings.as_markdown import report
from tests.reports.samples import EVERY_STATE, X, board, card, catalogue, project, reader


def test_both_lists_are_tables() -> None:
    lines = report(board().rankings, EVERY_STATE, reader()).splitlines()
    assert lines[0] == "## Citoyens (citoyens, 2022)"
    assert "| tied 3rd | 52.4% | Projet x (x) \\[illustrative\\] |" in lines
    assert "### Not ranked" in lines
    assert "| 55.2% | Projet refused (refused) | not feasible |" in lines


def test_a_title_is_text() -> None:
    of = catalogue(project("p", card(X), title="a|b\n<script>"))
    assert "| a&#124;b &lt;script&gt; (p) |" in report(board(of).rankings, of, reader())


def test_a_clientele_without_scorecards_says_so() -> None:
    of = catalogue()
    assert "No scorecard yet" in report(board(of).rankings, of, reader())
