"""Which files are made, by whom, and what of the former site is kept."""

import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.diagnostics import Location, message
from cvcgen.core.model import ClienteleId, Language, ProjectId
from cvcgen.core.ranking import Place
from cvcgen.publish.artifacts import Download, Seal
from cvcgen.publish.making.former import open_former
from cvcgen.publish.making.names import shorten
from cvcgen.publish.making.noted import NotedIndex
from cvcgen.publish.making.notedmappings import round_size
from cvcgen.publish.making.pieces import Made, Piece
from cvcgen.publish.making.record import Record, RecordedFile, read_record, write_record
from cvcgen.publish.making.sources import Sources
from cvcgen.publish.making.workers import make_all
from cvcgen.publish.output import seal_of
from cvcgen.publish.reading import ANYTHING
from cvcgen.publish.views.context import (
    FolderContext,
    LanguageContext,
    SiteIndex,
)
from cvcgen.publish.views.indexing import index_site
from cvcgen.publish.views.standings import sort_ranked
from cvcgen.publish.voice import make_voice
from tests.publish.little_sites import board, catalogue, clientele, parts, project, rated

A, GENS = ProjectId("a"), ClienteleId("gens")
FACT_OF_A = 'fact/no.such/fr/["a"]'
FILE = Download(PurePosixPath("data/a.json"), message("A"), "application/json", 7, project=A)


def small(**points: str) -> SiteIndex:
    """Projects that are called like the arguments, rated so on one value."""
    made = catalogue(
        [clientele("gens", ["v"])],
        [
            project(name, rated("gens", {"v": given}), where=Location(f"{name}.yaml", 1))
            for name, given in points.items()
        ],
    )
    return index_site(made, board(made), (FILE,), (), "9.9")


def reads(index: SiteIndex, look: Callable[[SiteIndex], object]) -> set[str]:
    """The names that are noted by looking like that."""
    noted = NotedIndex(index)
    noted.reading.begin()
    look(noted)
    return set(noted.reading.end())


# What is read


@pytest.mark.parametrize(
    ("look", "names"),
    [
        (lambda site: site.projects[A].title, {"title/a"}),
        (lambda site: site.projects[A].status, {"state/a"}),
        (lambda site: site.projects[A].feasibility, {"state/a"}),
        (lambda site: site.projects[A].provenance, {"state/a"}),
        (lambda site: site.projects[A].summary, {"summary/a"}),
        (lambda site: site.projects[A].description, {"text/a"}),
        (lambda site: site.projects[A].where, {"text/a"}),
        (lambda site: site.projects[A].scorecards[0].clientele, {"kinds/a"}),
        (lambda site: site.projects[A].scorecards[0].note, {"kinds/a", "card/a/gens"}),
        (lambda site: site.projects[A].id, set()),
        (lambda site: site.projects.get(ProjectId("z")), {"kinds/z"}),
        (lambda site: A in site.projects, {"kinds/a"}),
        (lambda site: list(site.projects), {"projects"}),
        (lambda site: len(site.projects), {"projects"}),
        (lambda site: site.catalogue.projects, {"projects"}),
        (lambda site: site.catalogue.projects[0].title, {"projects", "title/a"}),
        (lambda site: site.places[A, GENS].project, set()),
        (lambda site: site.places.get((A, GENS)), {"kinds/a"}),
        (lambda site: site.places.get((ProjectId("z"), GENS)), {"kinds/z"}),
        (lambda site: list(site.places), {"order/gens"}),
        (lambda site: site.rankings[GENS].ranked, {"order/gens", "ranked/gens"}),
        (lambda site: site.rankings[GENS].unranked, {"unranked/gens"}),
        (
            lambda site: site.whole_ranking(GENS),
            {"order/gens", "ranked/gens", "unranked/gens"}
            | {"place/*/gens", "points/*/gens", "card/*/gens"},
        ),
        (lambda site: site.rankings[GENS].places, {"order/gens"}),
        (lambda site: site.rankings[GENS].ranked_count, {"ranked/gens"}),
        (lambda site: site.scoreboard.ranking(GENS).places, {"order/gens"}),
        (lambda site: site.scoreboard.origin.revision, {"origin"}),
        (lambda site: site.downloads, {"downloads"}),
        (lambda site: site.downloads_of.get((None, A)), {"downloads//a"}),
        (lambda site: site.catalogue.site.title, set()),
        (lambda site: site.clienteles[GENS].pyramid, set()),
        (lambda site: (site.preview, site.history), set()),
    ],
)
def test_all_that_is_read_is_noted(
    look: Callable[[SiteIndex], object], names: set[str]
) -> None:
    assert reads(small(a="5", b="3"), look) == names


def test_no_field_but_those_that_are_the_same_for_all_is_handed_out_as_it_is() -> None:
    index = small(a="5")
    noted = NotedIndex(replace(index, preview="a preview", history="a history"))
    same = {
        *("stylesheets", "scripts", "icon", "tool_version", "reading"),
        *("rubrics", "values", "clienteles"),
    }
    for field in fields(SiteIndex):
        noted.reading.begin()
        found = getattr(noted, field.name)
        if field.name not in same:
            # A container of its own notes what is taken out of it.
            assert noted.reading.end() or found is not getattr(index, field.name)


def test_a_preview_counts_as_anything() -> None:
    index = replace(small(a="5"), preview="a preview")
    assert reads(index, lambda site: site.preview) == {ANYTHING}


def test_what_is_remembered_for_a_folder_counts_as_read_by_every_page() -> None:
    noted = NotedIndex(small(a="5"))
    voice = make_voice(noted.catalogue.site.languages[0], noted.catalogue.site.languages[0])
    page = FolderContext(noted, voice, PurePosixPath("fr/projets"))
    for _ in range(2):
        noted.reading.begin()
        page.project_link(A)
        assert noted.reading.end() == {"title/a"}


@pytest.mark.parametrize(
    ("look", "names"),
    [
        (lambda place: place.rank, {"place/a/gens"}),
        (lambda place: place.tied, {"place/a/gens"}),
        (lambda place: place.digits, {"place/a/gens"}),
        (lambda place: place.unranked, {"place/a/gens"}),
        (lambda place: place.score.clientele, set()),
        (lambda place: place.score.total, {"points/a/gens"}),
        (lambda place: place.score.low, {"points/a/gens"}),
        (lambda place: place.score.coverage, {"points/a/gens"}),
        (lambda place: place.score.missing, {"points/a/gens"}),
        (lambda place: place.score.parts[0].points, {"points/a/gens"}),
        (lambda place: place.score.parts[0].unrealised, {"points/a/gens"}),
        (lambda place: place.score.parts[0].rating, {"points/a/gens", "card/a/gens"}),
    ],
)
def test_what_is_read_of_a_place_is_noted(
    look: Callable[[Place], object], names: set[str]
) -> None:
    def look_at(site: SiteIndex) -> None:
        look(site.places[A, GENS])

    assert reads(small(a="5", b="3"), look_at) == names


def test_records_that_note_say_what_those_inside_say() -> None:
    index = small(a="5", b="3")
    noted = NotedIndex(index)
    for name, record in index.projects.items():
        shown = noted.projects[name]
        assert _said(shown, "scorecards") == _said(record, "scorecards")
        for card, inside in zip(shown.scorecards, record.scorecards, strict=True):
            assert isinstance(card, type(inside))
            assert _said(card) == _said(inside)
    for key, place in index.places.items():
        assert isinstance(noted.places[key], Place)
        assert _flat(noted.places[key]) == _flat(place)


def _said(record: object, but: str = "") -> list[object]:
    """What the fields hold."""
    names = [field.name for field in fields(record) if field.name != but]  # type: ignore
    return [getattr(record, name) for name in names]


def _flat(place: Place) -> list[object]:
    parts_said = [(_said(part), part.unrealised, part.points) for part in place.score.parts]
    return [*_said(place, "score"), *_said(place.score, "parts"), *parts_said]


def test_many_parts_become_their_wholes() -> None:
    few = frozenset({"title/a", "place/a/gens", "origin"})
    many = frozenset({f"place/{n}/gens" for n in range(1000)} | {"origin", "title/a"})
    assert shorten(few) == few
    assert shorten(many) == {"title/a", "place/*/gens", "origin"}
    page = {"title/a", "text/a", "card/a/gens", "kinds/a", "place/a/gens", "ranked/gens"}
    assert shorten(frozenset(page)) == {"project/a", "place/a/gens", "ranked/gens"}
    assert shorten(frozenset({"text/a", "title/b"})) == {"project/a", "title/b"}
    assert shorten(shorten(many)) == shorten(many)
    assert shorten(many | {'fact/a.b/fr/["c/*"]'}) >= {'fact/a.b/fr/["c/*"]'}


# What it holds


def held(index: SiteIndex, before: SiteIndex | None = None) -> Callable[[str], str]:
    known = before.catalogue if before else None
    return Sources(index, parts(index.catalogue, known)).holds


def test_a_place_holds_something_else_when_only_its_rank_does() -> None:
    earlier, later = small(a="5", b="3"), small(a="1", b="3")
    before, after = held(earlier), held(later, earlier)
    same = {"points/b/gens", "card/b/gens", "project/b", "title/*", "state/*", "projects"}
    others = {"place/b/gens", "place/*/gens", "order/gens"}
    own = {"points/a/gens", "points/*/gens", "card/a/gens", "project/a", "project/*"}
    assert [name for name in same if before(name) != after(name)] == []
    assert [name for name in others | own if before(name) == after(name)] == []
    assert before("ranked/gens") == after("ranked/gens") == "2"


def test_a_part_of_many_projects_is_told_as_one_by_whoever_read_it() -> None:
    index = small(**{f"p{n}": "5" for n in range(500)})

    def read_titles(site: SiteIndex) -> None:
        for one in site.catalogue.projects:
            assert one.title

    assert reads(index, read_titles) == {"projects", "title/*"}


def test_what_is_not_there_differs_from_what_is() -> None:
    holds = held(small(a="5"))
    names = "project/z title/z points/z/gens card/a/z place/z/gens order/z ranked/z unranked/z"
    assert {holds(name) for name in (*names.split(), "other", "a/b/c")} == {"-"}
    assert holds("fact/no.such/fr/[]") == "-"
    assert holds("title/a") != "-"


def test_a_fact_is_found_anew_from_its_name() -> None:
    before, after = small(a="5", b="3", c="1"), small(a="5", b="3", c="3")
    noted = NotedIndex(before)
    language = before.catalogue.site.languages[0]
    page = LanguageContext(noted, make_voice(language, language))
    noted.reading.begin()
    assert [place.project for place in sort_ranked(page, GENS)[1:2]] == ["b"]
    [name] = [name for name in noted.reading.end() if name.startswith("fact/")]
    sources = Sources(before, parts(before.catalogue), noted=noted)
    assert sources.holds(name) == held(before)(name) == held(after)(name)
    assert sources.facts[name] >= {"order/gens", "place/*/gens", "title/c"}
    moved = small(a="5", b="1", c="3")
    assert held(moved)(name) != held(before)(name)


def test_a_data_file_holds_its_size() -> None:
    index = small(a="5")
    other = index_site(index.catalogue, index.scoreboard, (replace(FILE, size=8),), (), "9.9")
    assert held(index)("downloads//a") != held(other)("downloads//a")
    assert held(index)("downloads") != held(other)("downloads")


@given(st.integers(0, 3_000_000))
def test_a_size_is_rounded_as_pages_show_it(size: int) -> None:
    for language in (Language("fr"), Language("en")):
        voice = make_voice(language, language)
        assert voice.size(round_size(size)) == voice.size(size)


def test_pages_know_the_size_of_a_file_as_they_show_it() -> None:
    index = small(a="5")
    large = replace(FILE, size=12_345)
    noted = NotedIndex(index_site(index.catalogue, index.scoreboard, (large,), (), "9.9"))
    assert [file.size for file in noted.downloads_of[None, A]] == [12_000]
    assert [file.size for file in noted.downloads_of.get((None, A))] == [12_000]
    assert noted.downloads_of.get((GENS, A), ()) == ()
    assert [file.size for file in noted.downloads] == [12_345]


# What is kept of it


TITLE = parts(small(a="5").catalogue)[A].title


def record_of(files: dict[str, RecordedFile]) -> Record:
    sources = {"title/a": TITLE, "order/gens": "x", FACT_OF_A: "same", "anything": "-"}
    facts = {FACT_OF_A: frozenset({"title/a"})}
    named = small(a="5", b="3").catalogue, small(a="5", b="1").catalogue
    return Record("around", sources, files, facts=facts, projects=parts(named[1], named[0]))


def test_a_record_is_read_as_it_was_written() -> None:
    files = {
        "fr/é.html": RecordedFile("d" * 64, Seal(5, 6, 7), frozenset({"title/a"})),
        "b.html": RecordedFile("e" * 64, Seal(8, 9, 10), frozenset()),
    }
    record = record_of(files)
    assert record.projects[ProjectId("b")].title != record.projects[ProjectId("b")].whole
    assert read_record(write_record(record)) == record


@pytest.mark.parametrize(
    "content",
    [None, b"", b"{", b"[]", b"null", b'{"form": 3}', b'{"form": 0}', b"\xff", b"[" * 100_000],
)
def test_what_is_no_record_is_none(content: bytes | None) -> None:
    assert read_record(content) is None


def variants(node: object) -> Iterator[object]:
    """The JSON with something else in the place of one thing in it."""
    yield from (None, -1, 1e999, "x", [], {}, [[]], {"x": 1})
    if isinstance(node, list | dict):
        for key in range(len(node)) if isinstance(node, list) else tuple(node):
            for other in variants(node[key]):  # type: ignore[index]
                copy = node.copy()
                copy[key] = other  # type: ignore[index]
                yield copy


def test_whatever_stands_in_a_record_reading_it_never_fails() -> None:
    seal = Seal(1, 2, 3)
    files = {"a": RecordedFile("d", seal, frozenset({"title/a"}), ((4, "source"),))}
    record = replace(record_of(files), slots={"source": b"main"})
    found = [
        read_record(json.dumps(other).encode())
        for other in variants(json.loads(write_record(record)))
    ]
    assert len(found) > 300
    assert None in found


def test_every_cut_of_a_record_is_none() -> None:
    whole = write_record(record_of({"a": RecordedFile("d", Seal(1, 2, 3), frozenset())}))
    assert [n for n in range(len(whole)) if read_record(whole[:n]) is not None] == []


def test_files_stay_that_nobody_touched_and_whose_sources_hold_the_same(tmp_path: Path) -> None:
    made_of = {
        "same": {"title/a"},
        "other": {"order/gens"},
        "any": {"anything"},
        "fact": {FACT_OF_A},
        "unknown": {"title/b"},
        "touched": {"title/a"},
        "gone": {"title/a"},
    }
    for name in made_of:
        (tmp_path / name).write_text(name)
    files = {
        name: RecordedFile(
            "d", seal_of(f"{tmp_path}/{name}") or Seal(0, 0, 0), frozenset(names)
        )
        for name, names in made_of.items()
    }
    (tmp_path / "touched").write_text("TOUCHED, and longer")
    (tmp_path / "gone").unlink()
    former = open_former(record_of(files), tmp_path, "around")
    assert former is not None
    fresh = former.compare(Sources(small(a="5"), parts(small(a="5").catalogue)))
    assert set(former.keep([*made_of, "new"], fresh)) == {"same", "fact"}


def test_nothing_stays_where_the_surroundings_are_others(tmp_path: Path) -> None:
    assert open_former(record_of({}), tmp_path, "elsewhere") is None
    assert open_former(None, tmp_path, "around") is None


# By whom it is made


def some_pieces(count: int = 200) -> list[Piece]:
    def show(number: int) -> Callable[[SiteIndex], bytes]:
        return lambda site: f"{number} {site.projects[A].title}".encode() * (number * 50)

    return [Piece(f"{number}.html", show(number)) for number in range(count)]


def made_by(count: int, pieces: list[Piece], index: SiteIndex) -> dict[str, Made]:
    found = list(make_all(pieces, NotedIndex(index), count, lambda _more: None))
    assert len(found) == len(pieces)
    return {made.path: made for made in found}


def count_handles() -> int:
    """How many files and pipes this process has open; 0 where the system does not tell."""
    listed = Path("/proc/self/fd")
    return len(list(listed.iterdir())) if listed.is_dir() else 0


needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="no forked workers here"
)


@needs_fork
@pytest.mark.usefixtures("no_child_left")
@pytest.mark.parametrize("count", [2, 3, 7])
def test_any_number_of_workers_makes_the_same(count: int) -> None:
    index = small(a="5")
    alone = made_by(1, some_pieces(), index)
    assert made_by(count, some_pieces(), index) == alone
    assert alone["3.html"].reads == {"title/a"}


@needs_fork
@pytest.mark.usefixtures("no_child_left")
def test_workers_make_the_pieces_and_not_their_parent() -> None:
    pieces = [Piece(f"{n}", lambda _site: str(os.getpid()).encode()) for n in range(200)]
    makers = {made.draft for made in made_by(2, pieces, small(a="5")).values()}
    assert str(os.getpid()).encode() not in makers


@needs_fork
@pytest.mark.usefixtures("no_child_left")
def test_what_a_killed_worker_leaves_its_parent_makes() -> None:
    parent = os.getpid()

    def fall(site: SiteIndex) -> bytes:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"made"

    pieces = some_pieces()
    pieces[60] = Piece("60.html", fall)
    found = made_by(2, pieces, small(a="5"))
    assert found["60.html"].draft == b"made"
    assert found["199.html"] == made_by(1, some_pieces(), small(a="5"))["199.html"]


@needs_fork
@pytest.mark.usefixtures("no_child_left")
@pytest.mark.parametrize("had", [0, 1])
def test_with_fewer_processes_than_wished_the_same_is_made(
    had: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = made_by(1, some_pieces(), small(a="5"))
    asked, forked = [], os.fork

    def refuse() -> int:
        asked.append(None)
        if len(asked) > had:
            raise BlockingIOError(errno.EAGAIN, "no more processes")
        return forked()

    monkeypatch.setattr(os, "fork", refuse)
    before = count_handles()
    assert made_by(3, some_pieces(), small(a="5")) == alone
    assert len(asked) == had + 1
    assert count_handles() == before


@needs_fork
@pytest.mark.usefixtures("no_child_left")
def test_what_fails_in_a_worker_fails_as_it_does_without() -> None:
    def fail(_site: SiteIndex) -> bytes:
        raise ZeroDivisionError("here")

    pieces = some_pieces()
    pieces[60] = Piece("60.html", fail)
    with pytest.raises(ZeroDivisionError, match="here"):
        made_by(2, pieces, small(a="5"))


@needs_fork
@pytest.mark.usefixtures("no_child_left")
def test_an_interrupt_leaves_no_child() -> None:
    files = make_all(some_pieces(), NotedIndex(small(a="5")), 2, lambda _more: None)
    next(files)
    with pytest.raises(KeyboardInterrupt):
        files.throw(KeyboardInterrupt())  # type: ignore[attr-defined]


def test_few_pieces_are_made_in_this_process() -> None:
    pieces = [Piece(f"{n}", lambda _site: str(os.getpid()).encode()) for n in range(10)]
    makers = {made.draft for made in made_by(8, pieces, small(a="5")).values()}
    assert makers == {str(os.getpid()).encode()}


def test_progress_counts_every_file_once() -> None:
    counted: list[int] = []
    list(make_all(some_pieces(), NotedIndex(small(a="5")), 2, counted.append))
    assert sum(counted) == 200
