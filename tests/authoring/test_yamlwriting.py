from hypothesis import given
from hypothesis import strategies as st

from cvcgen.authoring.yamlwriting import WIDTH, comment, quoted, text_lines
from cvcgen.core.hidden import FORBIDDEN
from cvcgen.core.model import Language
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml


def read(text: str) -> object:
    decoded = decode_text("a.yaml", text.encode())
    assert decoded.text is not None
    parsed = parse_yaml("a.yaml", decoded.text, decoded.lines)
    assert (*decoded.faults, *parsed.faults) == ()
    assert parsed.root is not None
    return plain_value(parsed.root)


@given(st.text().filter(lambda text: not FORBIDDEN.search(text) and "\r" not in text))
def test_any_text_that_a_file_may_hold_is_read_back_as_it_was(text: str) -> None:
    assert read(f"name: {quoted(text)}\n") == {"name": text}


def test_half_a_character_is_replaced() -> None:
    assert read(f"name: {quoted(chr(0xDC80))}\n") == {"name": "?"}


def test_a_text_by_language_is_a_line_each() -> None:
    wordings = {Language("fr"): "L'été: #1", Language("en"): "no"}
    assert read("\n".join(text_lines("name", wordings))) == {
        "name": {"fr": "L'été: #1", "en": "no"}
    }


@given(st.text(), st.integers(0, 8), st.integers(0, 4))
def test_a_comment_is_comments_alone(text: str, indent: int, hanging: int) -> None:
    assert all(line.startswith(" " * indent + "# ") for line in comment(text, indent, hanging))


def test_a_comment_is_folded_and_hangs() -> None:
    lines = comment("word " * 40, indent=2, hanging=2)
    assert len(lines) > 1
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[1].startswith("  #   word")
