"""Which record a file holds, by its place and name."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.model import Kind
from cvcgen.sources.placement import Placement, place_files, suggest_id


def place(*paths: str, refused: tuple[str, ...] = ()) -> Placement:
    return place_files(map(PurePosixPath, paths), map(PurePosixPath, refused))


def said(placement: Placement) -> list[tuple[str, str, str, str | None]]:
    return [
        (
            fault.location.path,
            fault.code,
            fault.message.text(str),
            fault.hint.text(str) if fault.hint else None,
        )
        for fault in placement.faults
    ]


def ids(placement: Placement) -> list[tuple[Kind, str]]:
    return [(placed.kind, placed.id) for placed in placement.records]


def test_folder_and_name_say_which_record_a_file_holds() -> None:
    placement = place(
        "cvcgen.yaml",
        "content/README.md",
        "content/projects/README.md",
        "content/rubrics/gain.yaml",
        "content/values/a.yaml",
        "content/clienteles/a.yaml",
        "content/projects/a-1-b.yaml",
    )
    assert placement.faults == ()
    assert ids(placement) == [
        (Kind.CLIENTELE, "a"),
        (Kind.PROJECT, "a-1-b"),
        (Kind.RUBRIC, "gain"),
        (Kind.VALUE, "a"),
    ]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/project/a.yaml", "did you mean `content/projects/a.yaml`?"),
        ("content/Valeurs/a.yml", "did you mean `content/values/a.yaml`?"),
        ("content/projects/2026/a.yaml", "did you mean `content/projects/a.yaml`?"),
        ("content/projects/a.json", "did you mean `content/projects/a.yaml`?"),
        ("content/projects/a", "did you mean `content/projects/a.yaml`?"),
        ("content/projects/a.yaml.txt", "did you mean `content/projects/a.yaml`?"),
        *(
            (
                f"content/projects/{name}",
                "only `.yaml` files belong under `content/`: move it elsewhere",
            )
            for name in ("a.txt", "a.yaml.bak", "a.yaml~", "A", "a b.json", ".json")
        ),
        (
            "content/a.yaml",
            "records lie in `content/rubrics/`, `content/values/`, `content/clienteles/`, "
            "`content/projects/`",
        ),
    ],
)
def test_a_file_elsewhere_is_told_where_it_belongs(path: str, hint: str) -> None:
    placement = place(path)
    assert said(placement) == [(path, "CVC202", "no record is read from this place", hint)]
    assert placement.records == ()


def test_a_file_beside_its_record_is_no_other_one() -> None:
    placement = place("content/projects/a.yaml", "content/projects/a.json")
    assert [fault.hint.text(str) for fault in placement.faults if fault.hint] == [
        "only `.yaml` files belong under `content/`: move it elsewhere"
    ]
    assert placement.strays == set()


def test_a_record_in_a_wrong_place_is_known_though_not_read() -> None:
    assert place("content/projects/a.json").strays == {(Kind.PROJECT, "a")}
    assert place("content/project/a.yaml").strays == {(Kind.PROJECT, "a")}
    assert place("content/a.yaml", "content/projects/notes.txt").strays == set()


@pytest.mark.parametrize(
    "path",
    ["content/val\u200bues/a.yaml", "content/values/a.ya\u202eml", "content/values\xad/a.yml"],
)
def test_a_place_that_is_wrong_for_what_nobody_sees_in_it_is_known(path: str) -> None:
    placement = place(path)
    hint = "did you mean `content/values/a.yaml`?"
    assert said(placement) == [(path, "CVC202", "no record is read from this place", hint)]
    assert placement.strays == {(Kind.VALUE, "a")}


def test_what_could_not_be_read_has_no_fault_of_place() -> None:
    placement = place(refused=("content/project", "content/projects/a.yaml"))
    assert placement.faults == ()
    assert ids(placement) == [(Kind.PROJECT, "a")]


def test_another_extension_is_told_and_the_file_is_read() -> None:
    placement = place("content/projects/a.yml", "content/values/B c.YAML")
    better = "rename the file to `b-c.yaml`"
    assert said(placement) == [
        (
            "content/projects/a.yml",
            "CVC201",
            "the extension is `.yml`",
            "rename the file to `a.yaml`",
        ),
        ("content/values/B c.YAML", "CVC201", "the extension is `.YAML`", better),
        ("content/values/B c.YAML", "CVC203", "`B c` cannot be an id", better),
    ]
    assert ids(placement) == [(Kind.PROJECT, "a"), (Kind.VALUE, "b-c")]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Rapidité", "rapidite"),
        ("Rapidite", "rapidite"),
        ("a_b", "a-b"),
        ("a--b", "a-b"),
        ("-rf", "rf"),
        ("a.", "a"),
        ("a b", "a-b"),
        ("x" * 101, "x" * 100),
        ("ﬁn", "fin"),
        ("a\n", "a"),
        ("a\nb", "a-b"),
        ("rapi\u200bdite", "rapidite"),
        ("\u202erapidite", "rapidite"),
        ("rapidite\ufeff", "rapidite"),
        ("rapi\xaddite", "rapidite"),
        ("rapi\u3164dite", "rapidite"),
        ("r\udce9p", "r-p"),
    ],
)
def test_a_name_that_cannot_be_an_id_gets_the_one_that_was_meant(
    name: str, better: str
) -> None:
    placement = place(f"content/values/{name}.yaml")
    assert [(code, hint) for _, code, _, hint in said(placement)] == [
        ("CVC203", f"rename the file to `{better}.yaml`")
    ]
    assert ids(placement) == [(Kind.VALUE, better)]


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "index"])
def test_a_name_that_is_taken_is_refused(name: str) -> None:
    assert [
        (code, hint) for _, code, _, hint in said(place(f"content/values/{name}.yaml"))
    ] == [("CVC203", "the name is taken: choose another one")]


def test_the_better_name_is_not_proposed_where_another_file_has_it() -> None:
    placement = place("content/values/été.yaml", "content/values/ete.yaml")
    assert said(placement) == [
        (
            "content/values/été.yaml",
            "CVC203",
            "`été` cannot be an id",
            "use lower-case letters, digits and single hyphens",
        )
    ]
    assert ids(placement) == [(Kind.VALUE, "ete"), (Kind.VALUE, "été")]


@pytest.mark.parametrize(
    ("kept", "other"),
    [
        ("a.yaml", "A.yaml"),
        ("a.yaml", "a.yml"),
        ("\u00e9.yml", "e\u0301.yml"),
        ("b.yaml", "B.yml"),
    ],
)
def test_of_two_files_with_one_id_the_better_named_one_counts(kept: str, other: str) -> None:
    placement = place(f"content/values/{other}", f"content/values/{kept}")
    holders = [placed.path.name for placed in placement.records if not placed.is_duplicate]
    [fault] = [fault for fault in placement.faults if fault.code == "CVC204"]
    assert {fault.location.path, fault.notes[0].location.path} == {
        f"content/values/{kept}",
        f"content/values/{other}",
    }
    assert len(placement.records) == 2
    assert holders == [fault.notes[0].location.path.rpartition("/")[2]]
    if kept.endswith(".yaml"):
        assert holders == [kept]


def test_the_same_id_in_two_kinds_is_no_fault() -> None:
    assert place("content/values/a.yaml", "content/projects/a.yaml").faults == ()


@given(st.text(max_size=120))
def test_a_suggested_id_follows_the_rule_or_is_empty(name: str) -> None:
    better = suggest_id(name)
    assert suggest_id(better) == better
    assert not better or place(f"content/values/{better}.yaml").faults == () or len(better) < 6


@given(st.lists(st.sampled_from(["a", "A", "à", "a\u0300", "b_", "B-"]), unique=True))
def test_every_id_is_held_by_one_file(names: list[str]) -> None:
    placement = place(*(f"content/values/{name}.yaml" for name in names))
    held = [placed.id.casefold() for placed in placement.records if not placed.is_duplicate]
    assert len(set(held)) == len(held)
    assert len(placement.records) == len(names)
