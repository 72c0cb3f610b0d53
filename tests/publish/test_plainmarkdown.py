"""The quick way of rendering Markdown gives what the parser gives, and nothing that can act."""

import re
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cvcgen.publish.plainmarkdown import render_plain
from cvcgen.publish.richmarkdown import render_rich
from cvcgen.publish.typography import typeset

LETTERS = ["a", "É", "œ", "٣", "²", "Étapes", "l'eau", "62,5 %", "12", "2024."]
MARKS = [" ", "  ", ".", ", ", " : ", " ; ", "?", "«", "» ", "« ", "’", '"', "(", ")", "–", "…"]
STRUCTURE = ["\n", "\n\n", "- ", "\n- ", "## ", "# ", "1. ", "2) ", "---", "=\n", "+ ", "* "]
EMPHASIS = ["*", "**", "***", "*b*", "**b c**", "*d **e** f*", " *g* ", " **h**."]
OTHERS = ["_", "`", "[x](y)", "<b>", "&amp;", "\\", "|", "\t", "http://a.example", "a@b.ca"]
SPACES = ["\u00a0", "\u202f", "\u2028", "\x0b", "\r\n", "\u200b", "\x00", "\x02"]
PIECES = LETTERS * 3 + MARKS * 2 + STRUCTURE * 2 + EMPHASIS * 2 + OTHERS + SPACES

WORD = st.sampled_from(["service", "délai", "L'avis", "62 %", "2026", "« oui »", "(a)"])
LINE = st.lists(WORD | WORD.map("*{}*".format) | WORD.map("**{}**".format), min_size=1).map(
    " ".join
)
BLOCK = st.one_of(
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    st.lists(LINE.map("- {}".format), min_size=1, max_size=3).map("\n".join),
    st.builds("{} {}".format, st.sampled_from(["#", "##", "######"]), LINE),
)
TEXT = st.lists(BLOCK, min_size=1, max_size=4).map("\n\n".join)
CHAOS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
FIXED_TAGS = re.compile(r"</?(?:p|ul|li|em|strong|h[2-6])>")


def quick(source: str, language: str = "fr", heading: int = 3) -> str | None:
    return render_plain(source, heading, lambda text: typeset(text, language))


def assert_same(source: str, language: str = "fr", heading: int = 3) -> None:
    found = quick(source, language, heading)
    assert found is None or found == render_rich(source, language, heading)


@given(TEXT, st.sampled_from(["fr", "en"]), st.sampled_from([2, 3, 6]))
def test_plain_texts_are_as_the_parser_renders_them(
    source: str, language: str, heading: int
) -> None:
    assert_same(source, language, heading)
    assert_same(f"{source}\n", language, heading)


@given(CHAOS)
@example("a\n***b***")
@example("*a*b* c")
@example("- a\n\n- b")
@example("a  \nb")
@example("a\n===")
@example("1. a")
@example("**a*b**")
def test_almost_plain_texts_are_as_the_parser_renders_them(source: str) -> None:
    assert_same(source)


@given(st.text(max_size=60))
def test_any_text_is_as_the_parser_renders_it(source: str) -> None:
    assert_same(source)


def test_all_short_texts_are_as_the_parser_renders_them() -> None:
    for length in range(5):
        for letters in product("a1*-#. \n(=", repeat=length):
            assert_same("".join(letters))


@given(TEXT | CHAOS | st.text(max_size=60))
def test_nothing_but_fixed_tags_and_text_comes_out(source: str) -> None:
    found = quick(source)
    assert found is None or not set(FIXED_TAGS.sub("", found)) & set("<>&\x00")


@pytest.mark.parametrize(
    "source",
    [
        "Un délai, **deux jours**.\n\n## Étapes\n\n- Un\n- *Deux*\n\nFin : « oui ».\n",
        "Une ligne\net une autre",
        "(Entre parenthèses) – 62,5 %",
        "- **Accès** : un\n- *Deux*",
    ],
)
def test_usual_texts_are_plain(source: str) -> None:
    assert quick(source) is not None


@pytest.mark.parametrize(
    "source",
    [
        "",
        " a",
        "a\n",
        "a <b>",
        "[a](b)",
        "a_b_",
        "1. a",
        "- a\n  - b",
        "a\n\n\nb",
        "> a",
        "a | b\n--|--\n1 | 2",
        "***a***",
        "2 * 3",
    ],
)
def test_what_has_another_meaning_is_left_to_the_parser(source: str) -> None:
    expected = None if source != "a\n" else "<p>a</p>"
    assert quick(source) == expected
