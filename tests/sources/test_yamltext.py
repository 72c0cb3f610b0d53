"""The accepted part of YAML: what is read, what is refused, and where."""

from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.sources.limits import MAX_DEPTH, MAX_FAULTS, MAX_NODES
from cvcgen.sources.tree import Mapping, Node, Scalar, Sequence, plain_value
from cvcgen.sources.yamltext import quick_root
from tests.sources.reading import hints, parse, said, value


def places(node: Node) -> list[tuple[str, int, int, int]]:
    """Pointer, line, column and length of a node and of all below it."""
    here = (node.where.pointer, node.where.line, node.where.column, node.where.length)
    below = (
        [entry.node for entry in node.entries]
        if isinstance(node, Mapping)
        else node.items
        if isinstance(node, Sequence)
        else []
    )
    return [here, *(place for child in below for place in places(child))]


def test_scalars_are_texts_numbers_truths_and_nothing_else() -> None:
    text = 'a: 62.5\nb: "62.5"\nc: true\nd: null\ne:\nf: 2026-10-01\ng: Non\nh: 1.2.3\n'
    assert value(text) == {
        "a": Fraction(125, 2),
        "b": "62.5",
        "c": True,
        "d": None,
        "e": None,
        "f": "2026-10-01",
        "g": "Non",
        "h": "1.2.3",
    }


@pytest.mark.parametrize("number", ["0", "-1", "62.50", "0.1", "123456789.987654321"])
def test_a_number_is_exactly_what_is_written(number: str) -> None:
    assert value(f"a: {number}") == {"a": Fraction(number)}


@pytest.mark.parametrize(
    "word",
    [
        *("5:04", "010", "1e1", ".5", "5.", "+5", "0x1F", "0o17", "0b1", "1_000", "1E400"),
        *("no", "No", "YES", "on", "off", "y", "N", "True", "FALSE", "~", "Null", "NULL"),
        *(".inf", "-.INF", ".nan", "=", "1:30:00.5"),
    ],
)
def test_a_word_that_readers_disagree_about_is_refused_plain_and_read_in_quotes(
    word: str,
) -> None:
    parsed = parse(f"a: {word}")
    assert said(parsed.faults) == [
        f"1:4 CVC115 `{word}` is read differently by different YAML readers"
    ]
    assert parsed.faults[0].location.length == len(word)
    assert parsed.root is not None
    assert plain_value(parsed.root) == {"a": None}
    assert value(f'a: "{word}"') == {"a": word}
    assert value(f"a: '{word}'") == {"a": word}


def test_a_decimal_comma_in_braces_is_one_number_and_not_two_keys() -> None:
    parsed = parse("{published: 62,5, note: a}")
    assert said(parsed.faults) == ["1:13 CVC115 `62,5` is not a number here"]
    assert hints(parsed.faults) == ["write `62.5`"]
    assert parsed.root is not None
    assert plain_value(parsed.root) == {"published": None, "note": "a"}


@pytest.mark.parametrize("text", ["{a: 62, 5: b}", "{a: '62',5: b}", "{a: b,5: c}", "[62,5]"])
def test_a_number_key_that_is_no_end_of_a_number_stays_a_key(text: str) -> None:
    assert parse(text).faults == ()


def test_places_count_code_points_and_keys_are_the_places_of_what_they_hold() -> None:
    tree = parse("é😀: 1\nlist:\n  - {à: «😀», b: [x]}\n").root
    assert tree is not None
    assert places(tree) == [
        ("", 1, 1, 1),
        ("/é😀", 1, 5, 1),
        ("/list", 2, 1, 4),
        ("/list/0", 3, 5, 1),
        ("/list/0/à", 3, 9, 3),
        ("/list/0/b", 3, 14, 1),
        ("/list/0/b/0", 3, 18, 1),
    ]


def test_pointers_escape_what_separates_their_steps() -> None:
    tree = parse("a/b: {c~d: 1}").root
    assert tree is not None
    assert [pointer for pointer, *_ in places(tree)] == ["", "/a~1b", "/a~1b/c~0d"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end: str) -> None:
    parsed = parse(f"a: 1{end}{end}b: .5{end}")
    assert said(parsed.faults) == [
        "3:4 CVC115 `.5` is read differently by different YAML readers"
    ]


def test_block_texts_are_texts_and_underlined_by_one_caret() -> None:
    tree = parse("a: |\n  12\n  no\nb: >-\n  one\n  two\n").root
    assert tree is not None
    assert plain_value(tree) == {"a": "12\nno\n", "b": "one two"}
    assert places(tree)[1:] == [("/a", 1, 4, 1), ("/b", 4, 4, 1)]


def test_a_quoted_text_is_underlined_with_its_quotes() -> None:
    tree = parse("a: 'bc'").root
    assert tree is not None
    assert places(tree)[1] == ("/a", 1, 4, 4)


def test_after_a_fault_of_form_reading_goes_on() -> None:
    parsed = parse("a: &x 1\nb: *x\na: 2\n<<: {c: 3}\nd: !!int 4\n? [e]\n: 5\nf: no\ng: 6\n")
    assert said(parsed.faults) == [
        "1:4 CVC109 the anchor `&x` is not read here",
        "2:4 CVC110 the alias `*x` is not read here",
        "3:1 CVC113 the key `a` stands twice",
        "4:1 CVC112 the merge key `<<` is not read here",
        "5:4 CVC111 the tag `!!int` is not read here",
        "6:3 CVC114 a key must be a text, not a list or a mapping",
        "8:4 CVC115 `no` is read differently by different YAML readers",
    ]
    assert parsed.root is not None
    assert plain_value(parsed.root) == {
        "a": Fraction(1),
        "b": None,
        "d": Fraction(4),
        "f": None,
        "g": Fraction(6),
    }


def test_a_key_in_another_writing_is_the_same_key() -> None:
    assert said(parse("a: 1\n\"a\": 2\n'a': 3\n").faults) == [
        "2:1 CVC113 the key `a` stands twice",
        "3:1 CVC113 the key `a` stands twice",
    ]
    assert value('"<<": 1') == {"<<": Fraction(1)}


def test_a_duplicate_key_keeps_the_first_value_and_shows_its_place() -> None:
    [fault] = parse("a: 1\nb: 2\na: 3\n").faults
    assert (fault.notes[0].location.line, fault.notes[0].location.column) == (1, 1)


def test_keys_that_are_no_texts_leave_out_their_values() -> None:
    parsed = parse("{a: 1}: 2\n? {b: {c: [1, 2]}}\n: {d: 3}\n*x : 4\nlast: 5\n")
    assert [fault.code for fault in parsed.faults][:2] == ["CVC114", "CVC114"]
    assert parsed.root is not None
    assert plain_value(parsed.root) == {"last": Fraction(5)}


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        *((r"\0", "0000"), (r"\a", "0007"), (r"\b", "0008"), (r"\e", "001B"), (r"\r", "000D")),
        *((r"\x9b", "009B"), (r"\N", "0085"), (r"\L", "2028"), (r"\P", "2029")),
        *((r"\v", "000B"), (r"\u202e", "202E"), (r"\uFFFF", "FFFF"), (r"\U000e0041", "E0041")),
    ],
)
def test_no_escape_writes_what_no_file_may_hold(escape: str, code: str) -> None:
    parsed = parse(f'a:\n  b: "x{escape}y"\n"k{escape}": 1\n')
    found = f"CVC105 an escape writes the invisible character U+{code} here"
    assert said(parsed.faults) == [f"2:6 {found}", f"3:1 {found}"]
    assert parsed.root is not None
    assert plain_value(parsed.root) == {"a": {"b": "xy"}, "k": Fraction(1)}
    assert quick_root("a.yaml", f'a: "x{escape}y"\n') is None


def test_escapes_of_what_can_be_seen_are_read() -> None:
    text = r'a: "\t\n\_\u00e9\U0001F600\\u202e"'
    assert value(text) == {"a": "\t\n\xa0é😀\\u202e"}


def test_keys_that_look_like_something_else_are_texts() -> None:
    assert value("1: a\n2.5: b\nno: c\n'': d\n") == {"1": "a", "2.5": "b", "no": "c", "": "d"}


def test_a_second_document_ends_the_reading() -> None:
    parsed = parse("a: 1\n---\nb: .5\n")
    assert said(parsed.faults) == ["2:1 CVC108 a second document starts here"]
    assert parsed.root is not None
    assert plain_value(parsed.root) == {"a": Fraction(1)}


def test_marks_of_one_document_are_no_second_one() -> None:
    assert value("---\na: 1\n...\n") == {"a": Fraction(1)}
    assert value("%YAML 1.2\n---\na: 1\n") == {"a": Fraction(1)}


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_a_file_without_content_has_no_tree_and_no_fault(text: str) -> None:
    parsed = parse(text)
    assert parsed.root is None
    assert parsed.faults == ()


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "? ", "{a: "])
def test_nesting_stops_at_its_limit_and_crashes_nothing(bracket: str) -> None:
    for deep in (MAX_DEPTH + 1, 50_000):
        start = process_time()
        parsed = parse(bracket * deep)
        assert parsed.root is None
        assert (
            said(parsed.faults)[-1].endswith(f"CVC116 nested deeper than {MAX_DEPTH} levels")
            or parsed.faults[-1].code == "CVC106"
        )
        assert process_time() - start < 2


def test_nesting_up_to_the_limit_is_read() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH).faults == ()


def test_the_number_of_nodes_has_a_limit() -> None:
    assert parse("- 1\n" * (MAX_NODES - 1)).faults == ()
    parsed = parse("- 1\n" * MAX_NODES)
    assert parsed.root is None
    assert said(parsed.faults) == [
        f"{MAX_NODES}:3 CVC116 more than {MAX_NODES} keys and values in one file"
    ]


def test_the_number_of_faults_has_a_limit() -> None:
    parsed = parse("- no\n" * 500)
    assert len(parsed.faults) == MAX_FAULTS + 1
    assert said(parsed.faults)[-1] == (
        f"{MAX_FAULTS}:3 CVC116 {MAX_FAULTS} faults in this file; the rest is not read"
    )
    assert parsed.root is None


def test_bombs_of_aliases_and_of_merges_cost_nothing() -> None:
    start = process_time()
    aliases = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n"
        for n in range(12)
    )
    merges = "a: &a {x: 1}\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} {{<<: [{', '.join([f'*{chr(97 + n)}'] * 9)}]}}\n"
        for n in range(12)
    )
    for bomb in (aliases, merges):
        assert {fault.code for fault in parse(bomb).faults} <= {
            *("CVC109", "CVC110", "CVC112", "CVC116")
        }
    assert process_time() - start < 2


def test_what_is_shown_of_a_long_word_is_short() -> None:
    long = "k" * 100_000
    parsed = parse(f"? {long}\n: 1\n? {long}\n: !{long} &{long} *{long}\n")
    assert all(len(text) < 200 for text in said(parsed.faults))


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t.0<~", max_size=60))
def test_any_text_is_read_or_refused_inside_itself(text: str) -> None:
    parsed = parse(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for fault in parsed.faults:
        assert 1 <= fault.location.line <= len(lines)
        assert 1 <= fault.location.column <= len(lines[fault.location.line - 1]) + 1


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.decimals(-1000, 1000, places=2).map(Fraction)
        | st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=12),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.text(alphabet="abcdé", min_size=1, max_size=5), inner, max_size=3
            )
        ),
        max_leaves=12,
    )
)
def test_what_is_written_in_the_accepted_forms_is_read_back(written: object) -> None:
    assert value(yaml_of(written)) == written


def yaml_of(written: object) -> str:
    if isinstance(written, dict):
        return "{" + ", ".join(f"{key}: {yaml_of(x)}" for key, x in written.items()) + "}"
    if isinstance(written, list):
        return "[" + ", ".join(map(yaml_of, written)) + "]"
    if isinstance(written, str):
        return "'" + written.replace("'", "''") + "'"
    if isinstance(written, Fraction):
        return f"{float(written):.2f}"
    return {None: "null", True: "true", False: "false"}[written]


def test_a_scalar_alone_is_a_tree() -> None:
    assert isinstance(parse("word").root, Scalar)
