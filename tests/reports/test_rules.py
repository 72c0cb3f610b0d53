from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules import RULES, Rule
from cvcgen.reports.media.terminal import Palette
from cvcgen.reports.rules import catalogue_markdown, explain, explain_all, explain_markdown
from tests.reports.samples import ENGLISH, FRENCH

RULE = Rule(
    "CVC999",
    "no-tab",
    Severity.WARNING,
    message("A line has no `tab`"),
    message("A_tab is <wide>."),
    "a:\tb",
    "a: b",
)


def test_a_rule_is_explained_with_both_examples() -> None:
    assert explain(RULE, ENGLISH) == (
        "CVC999 A line has no `tab`\nwarning · no-tab\n\nA_tab is <wide>.\n\n"
        "Bad\n    a:\\u{9}b\n\nGood\n    a: b\n"
    )


def test_colours_take_nothing_away() -> None:
    coloured = explain(RULE, ENGLISH, Palette(True))
    assert coloured.startswith("\x1b[1;33mCVC999\x1b[0m ")


def test_the_labels_are_french_for_a_french_reader() -> None:
    assert "avertissement · no-tab" in explain(RULE, FRENCH)
    assert "À éviter\n" in explain(RULE, FRENCH)


def test_markdown_keeps_code_and_escapes_the_rest() -> None:
    assert explain_markdown(RULE, ENGLISH) == (
        '<a id="cvc999"></a>\n\n## CVC999 A line has no `tab`\n\nwarning · no-tab\n\n'
        "A\\_tab is &lt;wide&gt;.\n\nBad\n\n```yaml\na:\tb\n```\n\nGood\n\n```yaml\na: b\n```\n"
    )


def test_the_catalogue_lists_and_explains_every_rule() -> None:
    written = catalogue_markdown(RULES.values(), ENGLISH)
    for code in RULES:
        assert f"| [{code}](#{code.lower()}) |" in written
        assert f"\n## {code} " in written


def test_several_rules_stand_apart() -> None:
    assert explain_all([RULE, RULE], ENGLISH).count("CVC999") == 2
