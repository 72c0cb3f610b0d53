"""The comment on a pull request: safe to post, and never too long."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from cvcgen.reports.changes import as_markdown
from tests.conftest import CompareGolden
from tests.reports.changes.reviews import everyday, hostile, review, thousands
from tests.reports.samples import EVERY_STATE, reader

EXPECTED = Path(__file__).parent / "expected"
FORGE_LIMIT = 65_536
OUR_TAGS = {"<details>", "</details>", "<summary>", "</summary>"}
HOSTILE = [
    "</summary></details><script>alert(1)</script>",
    "<!-- cvcgen-diff -->",
    "--> <img src=x onerror=alert(1)>",
    "@me @org/team",
    "#12 GH-12 org/repo#12 !12",
    "[x](javascript:alert(1)) ![y](http://x.example/p.png)",
    "https://x.example www.x.example",
    "a | b | c",
    "`code` ``` ~~~",
    "/close\n/merge",
    "line\n\n<details>\n\n# title",
    "**bold** _under_ \\| ~~struck~~ $x$",
    "\u202egnp.exe\u200b\x1b[2J",
]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_comment_reads_as_it_was_written(language: str, golden: CompareGolden) -> None:
    shown = as_markdown.report(everyday(), reader(language))
    golden(EXPECTED / f"everyday.{language}.md", shown)


def test_the_marker_comes_first_and_once() -> None:
    shown = as_markdown.report(everyday(), reader())
    assert shown.startswith(f"{as_markdown.MARKER}\n")
    assert shown.count("<!--") == 1


def test_a_comment_without_a_change_says_so() -> None:
    shown = as_markdown.report(review(EVERY_STATE, EVERY_STATE), reader())
    assert shown == (
        "<!-- cvcgen-diff -->\n### no change at all\n\n"
        "Compared: main (0000000000) → working tree\n"
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_no_name_is_more_than_text(words: str) -> None:
    shown = as_markdown.report(hostile(words), reader()).removeprefix(as_markdown.MARKER)
    plain = re.sub(r"(`+).*?\1", "", shown)
    assert set(re.findall(r"<[^>]*>?", plain)) <= OUR_TAGS
    assert not re.search(r"@\w|(?<!&)#\d|https?:/|www\.\w|gh-\d", plain, re.I)
    # Between tags, on the line of a summary, brackets mean nothing.
    marked = re.sub(r"<summary>.*", "", plain)
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)[*_`]{1,2}\w", marked.replace("**", ""))
    assert not re.search(r"^\s*/\w", shown, re.M)
    assert "\u202e" not in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("words", HOSTILE)
def test_no_name_breaks_a_table_or_a_folded_part(words: str) -> None:
    shown = as_markdown.report(hostile(words), reader())
    columns = {
        len(re.findall(r"(?<!\\)\|", line)) for line in shown.splitlines() if line[:1] == "|"
    }
    assert columns <= {5, 7}
    assert shown.count("<details>") == shown.count("</details>") >= 1
    for found in re.finditer(r"^<details>.*$", shown, re.M):
        assert found[0].endswith("</summary>")


def test_the_table_is_a_table_to_a_markdown_processor() -> None:
    shown = as_markdown.report(hostile("a | b <i>"), reader())
    html = Markdown(extensions=["tables"]).convert(shown.split("####")[1])
    assert html.count("<table>") == 1
    assert len(re.findall(r"<td", html)) % 6 == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_three_thousand_changed_projects_fit_into_one_comment(language: str) -> None:
    shown = as_markdown.report(thousands(3000), reader(language))
    assert len(shown.encode("utf-8")) < FORGE_LIMIT
    assert len(shown.encode("utf-16-le")) // 2 < FORGE_LIMIT
    assert len(shown.encode("utf-8")) > FORGE_LIMIT // 2
    assert shown.endswith("\n")
    assert shown.count("<details>") == shown.count("</details>") > 20


def test_what_is_left_out_is_counted() -> None:
    shown = as_markdown.report(thousands(3000), reader())
    rows, items, folded = (int(n) for n in re.findall(r"(\d+) more are left out here", shown))
    table, listed, details = shown.split("\n#### ")[1:]
    assert rows + len(re.findall(r"^\| Une", table, re.M)) == 3000
    assert items + len(re.findall(r"^- Une", listed, re.M)) == 3000
    assert folded + details.count("<details>") == 3000


def test_one_endless_name_hides_no_other_row() -> None:
    shown = as_markdown.report(hostile("@" * 5000), reader())
    assert len(shown.encode("utf-8")) < FORGE_LIMIT
    assert "left out" not in shown
