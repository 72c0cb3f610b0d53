"""How far a file was read before its fault."""

import pytest
import yaml

from cvcgen.sources.parserfault import ParserFault, Reached, Spot, parser_fault


def read(text: str, loader: type, reached: Reached) -> None:
    for event in yaml.parse(text, Loader=loader):
        reached.take(event)


def fault_of(text: str, loader: type) -> ParserFault:
    reached = Reached()
    with pytest.raises(yaml.YAMLError) as caught:
        read(text, loader, reached)
    return parser_fault(caught.value, reached)


@pytest.mark.parametrize(
    "loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]
)
def test_brackets_that_are_open_and_the_last_text_in_quotes_are_known(loader: type) -> None:
    fault = fault_of("a: [b]\nc: &d {e: [f, 'g' h]}\n", loader)
    assert fault.brackets == (Spot(1, 6), Spot(1, 10))
    assert fault.text == (Spot(1, 14), Spot(1, 17))
    assert fault.spot == Spot(1, 18)
    assert fault_of("a: 'b'\nc: d: e\n", loader).text is None
    assert fault_of("a: ['b']\nc: 'd' e\n", loader).brackets == ()
