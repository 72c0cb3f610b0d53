"""All files of a site, data and pages, one after the other: kept where they are, or made.

The data come first: pages say how large the files are. What a file is made from is noted on
the way, and with it the next build knows which files it can keep.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from cvcgen.core.model import Catalogue, ProjectId, Site
from cvcgen.core.projectparts import ProjectParts
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.artifacts import Artifact, Download, Kept
from cvcgen.publish.exports import (
    FOLDER,
    INDEX,
    SCHEMAS,
    DataFile,
    DataFiles,
    list_files,
    offer_downloads,
    write_index,
)
from cvcgen.publish.making.former import Former, Fresh
from cvcgen.publish.making.noted import NotedIndex, NotedScoreboard
from cvcgen.publish.making.notedfiles import name_data
from cvcgen.publish.making.pieces import Piece
from cvcgen.publish.making.sources import Sources, digest_lines
from cvcgen.publish.making.workers import make_all
from cvcgen.publish.owntemplates import OwnTemplates
from cvcgen.publish.pages import Press, list_crawler_files, list_pieces, make_press, read_assets
from cvcgen.publish.reading import ANYTHING
from cvcgen.publish.views.context import Asset, SiteIndex
from cvcgen.publish.views.indexing import index_site

if TYPE_CHECKING:  # most sites are compared with nothing, and tell none of their past
    from cvcgen.publish.history import SiteHistory
    from cvcgen.publish.preview import Preview

Progress = Callable[[int, int], None]
"""Is told how many files are ready, and how many there will be."""
_INDEX = str(FOLDER / INDEX)
_SIZES = "sizes"
"""The name of what the list of data files is made from: the sizes of all others."""


def say_nothing(_ready: int, _all: int) -> None:
    """For who does not want to know."""


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a site is dressed in, whatever it says."""

    tool_version: str
    """cvcgen's own."""
    templates: Path
    """The tool's templates, with their assets."""
    own_templates: OwnTemplates | None
    """Those of the site, which take the place of the tool's; None where it has none."""
    schemas: Mapping[str, bytes]
    """The schemas of the data files, by name."""

    def make_press(self, site: Site) -> Press:
        """What turns views into pages, for the languages of that site."""
        return make_press(site, self.templates, self.own_templates)


@dataclass(frozen=True, slots=True)
class State:
    """What a site says."""

    catalogue: Catalogue
    scoreboard: Scoreboard
    parts: Mapping[ProjectId, ProjectParts] | None = None
    """What each project is made of; None where nothing is kept for later."""
    preview: "Preview | None" = None
    """What the site is compared with; None for a site that is no preview."""
    history: "SiteHistory | None" = None
    """What the site tells of its past; None for a site without history."""


@dataclass(slots=True)
class Production:
    """One site, made file by file; what a file was made from is known once it was made."""

    state: State
    outfit: Outfit
    former: Former | None = None
    """What may be kept of the site that is there already."""
    workers: int = 1
    """How many processes make files."""
    progress: Progress = say_nothing
    reads: dict[str, frozenset[str]] = field(default_factory=dict)
    """What each file was made from so far, by path; see `making.noted`."""
    held: dict[str, str] = field(default_factory=dict)
    """What that held."""
    facts: dict[str, frozenset[str]] = field(default_factory=dict)
    """What was read for each fact among these."""
    at: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """Where the slots of each file start, with their names; see `slots`."""
    slots: Mapping[str, bytes] = field(default_factory=dict)
    """What is in the slots."""
    _ready: int = 0
    _all: int = 0

    def files(self) -> Iterator[Artifact | Kept]:
        """Every file of the site, each once."""
        catalogue, scoreboard = self.state.catalogue, self.state.scoreboard
        assets = read_assets(self.outfit.templates, self.outfit.own_templates)
        index = self._index((), assets)
        pages = tuple(list_pieces(index, self.outfit.make_press(catalogue.site)))
        data = tuple(self._list_data(index))
        self.slots = pages[0].slots
        self._all = len(pages) + len(data)
        sizes: dict[str, int] = {}
        for file in self._make(data, index, self._sources(index)):
            sizes[str(file.path)] = _size(file)
            yield file
        lines = sorted(f"{path} {size}" for path, size in sizes.items())
        others = {_SIZES: digest_lines(lines)}
        listed = self._list_sizes(sizes, self._sources(index, others))
        yield listed
        schemas = [
            Artifact(FOLDER / SCHEMAS / name, content)
            for name, content in sorted(self.outfit.schemas.items())
        ]
        sizes[_INDEX] = _size(listed)
        sizes |= {str(schema.path): len(schema.content) for schema in schemas}
        whole = self._index(offer_downloads(catalogue, scoreboard, sizes), assets)
        noted = whole if self.state.parts is None else NotedIndex(whole)
        yield from self._make(pages, noted, self._sources(whole, others, noted))
        yield from (*schemas, *assets, *list_crawler_files(whole))

    def artifacts(self) -> Iterator[Artifact]:
        """The same where nothing is kept."""
        return (file for file in self.files() if isinstance(file, Artifact))

    def _index(self, downloads: tuple[Download, ...], assets: Sequence[Artifact]) -> SiteIndex:
        state, version = self.state, self.outfit.tool_version
        named = tuple(Asset(asset.path, asset.version) for asset in assets)
        index = index_site(state.catalogue, state.scoreboard, downloads, named, version)
        return replace(index, preview=state.preview, history=state.history)

    def _sources(
        self,
        index: SiteIndex,
        others: Mapping[str, str] | None = None,
        noted: SiteIndex | None = None,
    ) -> Sources:
        return Sources(index, self.state.parts or {}, others, noted)

    def _list_data(self, index: SiteIndex) -> Iterator[Piece]:
        """The data files, each with what it reads of the site told by hand."""
        version = self.outfit.tool_version
        board = index.scoreboard
        noted = NotedScoreboard(board.origin, board.rankings, index.reading.note)
        files = DataFiles(index.catalogue, noted, version)
        for file, make in files.list_makers():
            yield Piece(f"{FOLDER}/{file.path}", partial(_make_data, file, make))

    def _list_sizes(self, sizes: Mapping[str, int], sources: Sources) -> Artifact | Kept:
        """The list of data files: that of the former site where no size is another."""
        self.reads[_INDEX], self.held[_SIZES] = frozenset({_SIZES}), sources.holds(_SIZES)
        if self.former is not None:
            kept = self.former.keep((_INDEX,), self.former.compare(sources))
            if kept:
                return kept[_INDEX]
        catalogue, scoreboard = self.state.catalogue, self.state.scoreboard
        inside = {path.removeprefix(f"{FOLDER}/"): size for path, size in sizes.items()}
        files = list_files(catalogue, scoreboard)
        content = write_index(files, inside, self.outfit.schemas)
        return Artifact(FOLDER / INDEX, content)

    def _make(
        self,
        pieces: Sequence[Piece],
        index: SiteIndex,
        sources: Sources,
    ) -> Iterator[Artifact | Kept]:
        """The pieces' files: first those that stay."""
        wanted = {piece.path: piece for piece in pieces}
        fresh = self.former.compare(sources) if self.former is not None else None
        for file in self._keep(pieces, fresh, sources):
            del wanted[str(file.path)]
            self._count(1)
            yield file
        for made in make_all(tuple(wanted.values()), index, self.workers, self._count):
            filled = wanted[made.path].fill(made.draft)
            if self.state.parts is not None:
                self._enter(made.path, made.reads, filled.at)
                self._note(self.reads[made.path], fresh, sources)
            yield Artifact(PurePosixPath(made.path), filled.content)

    def _keep(
        self, pieces: Sequence[Piece], fresh: Fresh | None, sources: Sources
    ) -> Iterator[Artifact | Kept]:
        """Those files that lie in the folder as they would be made, but for their slots."""
        if self.former is None or fresh is None:
            return
        record = self.former.record
        kept = self.former.keep((piece.path for piece in pieces), fresh)
        for piece in pieces:
            path, file = piece.path, kept.get(piece.path)
            if file is None:
                continue
            reads, at = record.files[path].reads, record.files[path].at
            if self.former.is_filled(path, piece.slots):
                self._enter(path, reads, at)
                self._note(reads, fresh, sources)
                yield file
            elif filled := self.former.refill(path, piece.slots):
                self._enter(path, reads, filled.at)
                self._note(reads, fresh, sources)
                yield Artifact(PurePosixPath(path), filled.content)

    def _enter(self, path: str, reads: frozenset[str], at: tuple[tuple[int, str], ...]) -> None:
        if self.state.preview is not None or self.state.history is not None:
            reads |= {ANYTHING}  # some pages have these at hand, without the index
        self.reads[path] = reads
        if at:
            self.at[path] = at

    def _note(self, reads: frozenset[str], fresh: Fresh | None, sources: Sources) -> None:
        """What these names hold; what is fresh holds what it did."""
        for name in reads.difference(self.held):
            if fresh is not None and fresh[name] and name not in sources.facts:
                self.held[name], found_from = fresh.recall(name)
            else:
                self.held[name] = sources.holds(name)
                found_from = sources.facts.get(name)
            if found_from is not None:
                self.facts[name] = found_from
                self._note(found_from, fresh, sources)

    def _count(self, more: int) -> None:
        self._ready += more
        self.progress(self._ready, self._all)


def _make_data(file: DataFile, make: Callable[[], bytes], site: SiteIndex) -> bytes:
    """A data file, once what it is made from was noted, but for the origin.

    The one place where that is told by hand: what data files have in common is made once, by
    the first that asks. The origin is noted when it is read.
    """
    site.reading.note_all(name_data(file, site))
    return make()


def _size(file: Artifact | Kept) -> int:
    return file.seal.size if isinstance(file, Kept) else len(file.content)
