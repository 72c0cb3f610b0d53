"""One file of content, wherever it comes from, with the records that its scores rest on.

git hands a version of a file over without its name's folder, and `git log -p` does so for
thousands: only the clienteles and rubrics of the site are read beside it, no other project.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cvcgen.core.diagnostics import has_errors
from cvcgen.core.model import Catalogue, Clientele, Kind, Origin, Project
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.snapshot import CONFIGURATION, CONTENT, Snapshot, read_file

_PYRAMID = re.compile(rb"^pyramid:", re.MULTILINE)
_ID = "margin"


@dataclass(frozen=True, slots=True)
class Alone:
    """One file's record, and the sound records beside it."""

    record: Project | Clientele
    """What the file holds; its own id means nothing."""
    catalogue: Catalogue
    """The site's clienteles and rubrics whose files have no error."""


def load_alone(root: Path, content: bytes) -> Alone | None:
    """The record of a project's or clientele's file; None where the file has faults.

    None too where the folder is no site.
    """
    is_clientele = _PYRAMID.search(content) is not None
    kind = Kind.CLIENTELE if is_clientele else Kind.PROJECT
    path = CONTENT / kind.value / f"{_ID}.yaml"
    files = _records(root, () if is_clientele else (Kind.CLIENTELE, Kind.RUBRIC))
    if CONFIGURATION not in files:
        return None
    loaded = load_catalogue(Snapshot(Origin("margin"), {**files, path: content}))
    faulty = {d.location.path for d in loaded.diagnostics if has_errors([d])}
    catalogue = loaded.catalogue
    records = catalogue.clienteles if is_clientele else catalogue.projects
    found = next((record for record in records if record.id == _ID), None)
    if found is None or faulty & {str(path), str(CONFIGURATION)}:
        return None
    clienteles = tuple(c for c in catalogue.clienteles if c.where.path not in faulty)
    rubrics = tuple(r for r in catalogue.rubrics if r.where.path not in faulty)
    sound = Catalogue(catalogue.site, rubrics=rubrics, clienteles=clienteles)
    return Alone(found, sound)


def _records(root: Path, kinds: tuple[Kind, ...]) -> Mapping[PurePosixPath, bytes]:
    """The settings and the files of those kinds that can be read."""
    folders = [root / CONTENT / kind.value for kind in kinds]
    own = (folder for folder in folders if not folder.is_symlink())
    found = [path for folder in own for path in sorted(folder.glob("*.yaml"))]
    files = {}
    for path in (root / CONFIGURATION, *found):
        content = read_file(path)
        if isinstance(content, bytes):
            files[PurePosixPath(path.relative_to(root))] = content
    return files
