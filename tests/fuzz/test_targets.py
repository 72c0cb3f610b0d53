"""A short run of every target of the fuzzer; `make fuzz` is the long one."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.inputs import files, seeds, words
from tests.fuzz.targets import TARGETS, assert_harmless, load, markdown, name, revision, style

SHORT = settings.get_profile("cvcgen")
FEW = settings(SHORT, max_examples=60)
texts = st.one_of(
    words(), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)


@FEW
@given(files())
@example(b"\x00---")  # what is missing is below the last line
def test_any_file_is_read_or_told_with_its_faults(data: bytes) -> None:
    load(data)


@FEW
@given(texts)
def test_any_name_is_placed_or_told(data: bytes) -> None:
    name(data)


@FEW
@given(texts)
@example(b"[a](java\nscript:alert(1))")
@example(b"<javascript:alert(1)>")
def test_any_text_becomes_harmless_html(data: bytes) -> None:
    markdown(data)


@FEW
@given(texts)
@example(b"--output=x")
@example(b"HEAD^{/x}")
def test_no_name_of_a_revision_is_an_option(data: bytes) -> None:
    revision(data)


@FEW
@given(files())
@example(b"\x03" + b"\r" * 30 + b"name: a\nrubric: gain\npyramid:\n  - {value: b}\n")
@example(b"\x00# a comment above a list that is no record\n[fr, en]\n")
def test_the_canonical_form_says_the_same(data: bytes) -> None:
    style(data)


def test_every_target_takes_every_seed() -> None:
    for target in (load, style):
        for seed in seeds():
            target(seed)


def test_the_campaign_has_every_target() -> None:
    assert set(TARGETS) == {"load", "name", "markdown", "revision", "style"}


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href='javascript:x'>",
        "<p style=x>",
        "<img src=x>",
        "<p><!-- x --></p>",
    ],
)
def test_what_is_not_harmless_is_found(html: str) -> None:
    with pytest.raises(AssertionError):
        assert_harmless(html)
