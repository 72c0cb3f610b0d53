"""A site whose files are made when they are asked for, and then kept.

`production` makes all files of a site, which takes a while where there are many; who works on a
site looks at one page at a time. The files are the same, byte for byte.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from cvcgen.core.model import Catalogue, Site
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.artifacts import Artifact, Download
from cvcgen.publish.exports import (
    FOLDER,
    INDEX,
    SCHEMAS,
    DataFiles,
    list_files,
    offer_downloads,
    write_index,
)
from cvcgen.publish.owntemplates import OwnTemplates
from cvcgen.publish.pages import Press, list_crawler_files, list_pieces, make_press, read_assets
from cvcgen.publish.views.context import Asset, SiteIndex
from cvcgen.publish.views.indexing import index_site


@dataclass(frozen=True, slots=True)
class Look:
    """What the pages of a site look like, whatever its content says."""

    press: Press
    """Templates and words."""
    assets: tuple[Artifact, ...]
    """The files that pages refer to."""


def read_look(site: Site, templates: Path, overrides: OwnTemplates | None) -> Look:
    """The look of a site; its own templates, if any, take the place of the tool's."""
    return Look(make_press(site, templates, overrides), read_assets(templates, overrides))


class SiteOnDemand:
    """The files of one site. It is for one thread at a time."""

    def __init__(
        self,
        catalogue: Catalogue,
        scoreboard: Scoreboard,
        look: Look,
        tool_version: str,
        schemas: Mapping[str, bytes],
    ) -> None:
        self._made: dict[str, bytes] = {}
        self._makers: dict[str, Callable[[], bytes]] = {}
        data = DataFiles(catalogue, scoreboard, tool_version)
        self._makers.update(
            (f"{FOLDER}/{file.path}", make) for file, make in data.list_makers()
        )
        self._makers[str(FOLDER / INDEX)] = partial(
            self._write_index, catalogue, scoreboard, schemas
        )
        self._keep(Artifact(FOLDER / SCHEMAS / name, schemas[name]) for name in sorted(schemas))
        index = self._index(catalogue, scoreboard, look, tool_version)
        self._makers.update(
            (piece.path, partial(piece.make, index)) for piece in list_pieces(index, look.press)
        )
        self._keep(look.assets)
        self._keep(list_crawler_files(index))

    @property
    def paths(self) -> tuple[str, ...]:
        """Where its files lie inside the site, with `/`; sorted."""
        return tuple(sorted({*self._made, *self._makers}))

    def read(self, path: str) -> bytes | None:
        """The file at that path inside the site, with `/`; None where there is none."""
        if path not in self._made and path in self._makers:
            self._made[path] = self._makers[path]()
        return self._made.get(path)

    def _keep(self, artifacts: Iterable[Artifact]) -> None:
        self._made.update((str(artifact.path), artifact.content) for artifact in artifacts)

    def _index(
        self, catalogue: Catalogue, scoreboard: Scoreboard, look: Look, tool_version: str
    ) -> SiteIndex:
        known = dict.fromkeys([*self._made, *self._makers], 0)
        downloads = tuple(
            _Measured(download, self.read)
            for download in offer_downloads(catalogue, scoreboard, known)
        )
        assets = tuple(Asset(asset.path, asset.version) for asset in look.assets)
        return index_site(catalogue, scoreboard, downloads, assets, tool_version)

    def _write_index(
        self, catalogue: Catalogue, scoreboard: Scoreboard, schemas: Mapping[str, bytes]
    ) -> bytes:
        files = list_files(catalogue, scoreboard)
        contents = {file.path: self.read(str(FOLDER / file.path)) for file in files}
        sizes = {path: len(content or b"") for path, content in contents.items()}
        return write_index(files, sizes, schemas)


class _Measured(Download):
    """A download whose file is made only where a page says how large it is."""

    __slots__ = ("_read",)
    _read: Callable[[str], bytes | None]

    def __init__(self, download: Download, read: Callable[[str], bytes | None]) -> None:
        for field in fields(Download):
            if field.name != "size":
                object.__setattr__(self, field.name, getattr(download, field.name))
        object.__setattr__(self, "_read", read)

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self._read(str(self.path)) or b"")
