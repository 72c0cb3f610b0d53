"""What stands between two backticks is code, whatever else a sentence holds."""

import pytest

from cvcgen.publish.views.codespans import split_code


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("", ""),
        ("plain", "plain"),
        ("`a`", "[a]"),
        ("see `a` and `b`.", "see [a] and [b]."),
        ("`a``b`", "[a][b]"),
        ("one ` alone", "one ` alone"),
        ("`a` and ` alone", "[a] and ` alone"),
        ("nothing between ``", "nothing between ``"),
        ("<b>`<i>`</b>", "<b>[<i>]</b>"),
    ],
)
def test_what_is_code(sentence: str, shown: str) -> None:
    parts = split_code(sentence)
    assert "".join(f"[{one.text}]" if one.is_code else one.text for one in parts) == shown
    assert all(part.text for part in parts)
