"""What a preview knows beside its comparison: titles on both sides, former ids."""

from dataclasses import replace

from cvcgen.core.model import ClienteleId, Kind, ProjectId
from tests.publish.little_sites import catalogue, clientele, project, rated
from tests.publish.previews import preview


def test_records_of_both_states_have_their_title() -> None:
    cards = [rated("all", {"a": "5"})]
    before = catalogue([clientele("all", ["a"])], [project("p", *cards), project("q", *cards)])
    made = preview(before, catalogue(before.clienteles, before.projects[:1]))
    assert made.gone == {(Kind.PROJECT, "q")}
    assert (Kind.PROJECT, "q") in made.titles
    assert set(made.changes) == {
        (ProjectId("p"), ClienteleId("all")),
        (ProjectId("q"), ClienteleId("all")),
    }


def test_renamed_clienteles_are_known_by_their_former_id() -> None:
    before = catalogue([clientele("old", ["a"])], [project("p", rated("old", {"a": "5"}))])
    renamed = replace(before.clienteles[0], id=ClienteleId("new"))
    after = catalogue([renamed], [project("p", rated("new", {"a": "5"}))])
    assert preview(before, after).former == {"new": "old"}
