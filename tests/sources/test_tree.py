"""The tree of a file, and what is left of it after its faults."""

from fractions import Fraction

from cvcgen.sources.tree import Mapping, plain_value, without
from tests.sources.reading import tree


def test_a_value_is_found_by_its_key() -> None:
    root = tree("a: 1\nb:\n")
    assert plain_value(root.get("a") or root) == Fraction(1)
    assert root.get("b") is not None
    assert root.get("c") is None


def test_null_takes_the_place_of_what_is_faulty_and_keeps_its_place() -> None:
    root = tree("a: {b: 1, c: [2, 3]}\nd: 4\n")
    left = without(root, frozenset({"/a/c/0", "/d", "/nowhere"}))
    assert plain_value(left) == {
        "a": {"b": Fraction(1), "c": [None, Fraction(3)]},
        "d": None,
    }
    assert isinstance(left, Mapping)
    assert left.entries[1].node.where == root.entries[1].node.where


def test_a_tree_without_faults_is_left_as_it_is() -> None:
    root = tree("a: [1]")
    assert without(root, frozenset()) is root
