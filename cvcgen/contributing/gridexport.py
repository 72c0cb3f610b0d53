"""Grids to fill in, of a project or blank, in a file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cvcgen.app import Checked, EnvironmentFailure
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Catalogue, Clientele, Language, NotConcerned, Project
from cvcgen.phrases import Phrases
from cvcgen.spreadsheets.forms.form import Form, Wording, make_form
from cvcgen.spreadsheets.forms.gridcsv import render_csv
from cvcgen.spreadsheets.forms.gridxlsx import render_xlsx
from cvcgen.wholefile import write_whole_bytes


@dataclass(frozen=True, slots=True)
class GridExport:
    """What is asked for."""

    target: Path
    """The file, `.xlsx` or `.csv`."""
    project: str | None = None
    """Whose grids; None for blank ones."""
    clienteles: tuple[str, ...] = ()
    """Whom they are for; empty for all that the project concerns."""
    force: bool = False
    """Whether a file of that name may be replaced: people may have filled it in."""


def export_grids(checked: Checked, wanted: GridExport, phrases: Phrases) -> int:
    """Writes the grids, one for each clientele, and says how many there are.

    Raises `UnknownWord`, `EnvironmentFailure`, and `wholefile.CannotWrite`.
    """
    write = {".xlsx": render_xlsx, ".csv": render_csv}.get(wanted.target.suffix.lower())
    if write is None:
        said = message("`{id}` ends neither with .xlsx nor with .csv")
        raise UnknownWord(said, str(wanted.target))
    forms = _forms(checked.catalogue, wanted, phrases)
    if not forms:
        said = message("no clientele is concerned by `{id}`", id=wanted.project)
        raise EnvironmentFailure(said)
    content = write(forms)
    if not wanted.force and _is_another(wanted.target, content):
        said = message("`{path}` exists: nothing was written", path=wanted.target)
        raise EnvironmentFailure(said)
    write_whole_bytes(wanted.target, content)
    return len(forms)


def _is_another(path: Path, content: bytes) -> bool:
    """Whether a file stands there that is not this very one."""
    return os.path.lexists(path) and not (path.is_file() and path.read_bytes() == content)


def _forms(catalogue: Catalogue, wanted: GridExport, phrases: Phrases) -> list[Form]:
    project = _project(catalogue, wanted.project)
    spoken = Language(phrases.language)
    site = catalogue.site
    language = spoken if spoken in site.languages else site.default_language
    wording = Wording(catalogue, language)
    clienteles = _clienteles(catalogue, project, wanted.clienteles)
    return [make_form(wording, one, project, phrases) for one in clienteles]


def _project(catalogue: Catalogue, name: str | None) -> Project | None:
    if name is None:
        return None
    known = {str(project.id): project for project in catalogue.projects}
    if name not in known:
        raise UnknownWord(message("unknown project «{id}»"), name, frozenset(known))
    return known[name]


def _clienteles(
    catalogue: Catalogue, project: Project | None, wanted: Sequence[str]
) -> list[Clientele]:
    known = {str(clientele.id): clientele for clientele in catalogue.clienteles}
    for name in wanted:
        if name not in known:
            raise UnknownWord(message("unknown clientele «{id}»"), name, frozenset(known))
    if wanted:
        return [known[name] for name in dict.fromkeys(wanted)]
    cards = project.scorecards if project else ()
    concerned = [str(card.clientele) for card in cards if not isinstance(card, NotConcerned)]
    return [known[name] for name in concerned]
