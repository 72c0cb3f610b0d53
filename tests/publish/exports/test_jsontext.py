"""JSON text is that of the standard encoder, whatever is shared, joined or text already."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cvcgen.core.model import Status
from cvcgen.publish.exports.jsontext import Joined, Shared, encode, render_json, share
from tests.publish.exports.plainly import Line, dump

TEXTS = st.text(max_size=5) | st.sampled_from(['"\\/', "\x00\x1f\x7f", "é\u2028𝄞"])
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), TEXTS, st.sampled_from(Status))


def trees(children):
    objects = st.dictionaries(TEXTS, children, max_size=3)
    return st.lists(children, max_size=3) | objects | children.map(share)


NODES = st.recursive(PLAIN, trees, max_leaves=12)


def bare(node):
    """The node with what is shared in its place."""
    if isinstance(node, Shared):
        return bare(node.node)
    if isinstance(node, dict):
        return {key: bare(value) for key, value in node.items()}
    return [bare(item) for item in node] if isinstance(node, list) else node


@settings(max_examples=200, deadline=None)
@given(NODES, st.integers(0, 4))
def test_text_is_that_of_the_standard_encoder_but_for_its_lines(node, depth: int) -> None:
    assert render_json(node, depth) == f"{dump(bare(node), depth)}\n".encode()


@settings(max_examples=100, deadline=None)
@given(NODES, st.integers(0, 4), st.integers(0, 4))
def test_a_shared_value_is_written_for_each_place_that_it_stands_in(
    node, depth: int, other: int
) -> None:
    shared = share(node)
    for levels in (depth, other, depth):
        stands = {"a": shared, "b": [shared, {"c": shared}], "d": shared}
        assert render_json(stands, levels) == f"{dump(bare(stands), levels)}\n".encode()


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(TEXTS, NODES, min_size=2, max_size=5), st.integers(0, 3), st.data())
def test_a_joined_object_is_the_whole_object(node, depth: int, data) -> None:
    cut = data.draw(st.integers(1, len(node) - 1))
    items = list(node.items())
    first, rest = dict(items[:cut]), dict(items[cut:])
    expected = dump({"j": bare(node)}, depth)
    for groups in ((first, rest), (share(first), rest), (first, share(rest))):
        for _ in range(2):
            assert render_json({"j": Joined(groups)}, depth) == f"{expected}\n".encode()


@settings(max_examples=100, deadline=None)
@given(NODES, st.integers(2, 4))
def test_what_is_encoded_stays_on_its_line(node, depth: int) -> None:
    lines = {"a": encode(node), "b": [encode(node)]}
    expected = {"a": Line(bare(node)), "b": [Line(bare(node))]}
    assert render_json(lines, depth) == f"{dump(expected, depth)}\n".encode()
