from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.reports.media.xml import attribute, escape


@given(st.text())
def test_any_text_is_well_formed_and_no_markup(text: str) -> None:
    found = ElementTree.fromstring(f"<a b={attribute(text)}>{escape(text)}</a>")
    assert len(found) == 0
    assert list(found.attrib) == ["b"]


def test_a_log_takes_no_text_for_a_command() -> None:
    assert escape("##[error]x ##vso[y]") == "#&#35;[error]x #&#35;vso[y]"


def test_what_xml_forbids_is_shown() -> None:
    assert escape("a\x00\ufffe") == "a\\u{0}\\u{fffe}"
