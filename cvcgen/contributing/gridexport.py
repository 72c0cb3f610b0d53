"""Grids to fill in, of a project or blank, in a file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cvcgen.app import Checked, EnvironmentFailure
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    Language,
    NotConcerned,
    NotRated,
    Project,
    PublishedScorecard,
    RatedScorecard,
)
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


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    count: int
    """How many grids."""
    unrated: tuple[Message, ...]
    """Why grids of a project hold no mark, one for each of those."""


def export_grids(checked: Checked, wanted: GridExport, phrases: Phrases) -> Exported:
    """Writes the grids, one for each clientele.

    Raises `UnknownWord`, `EnvironmentFailure`, and `wholefile.CannotWrite`.
    """
    write = {".xlsx": render_xlsx, ".csv": render_csv}.get(wanted.target.suffix.lower())
    if write is None:
        said = message("`{id}` ends neither with .xlsx nor with .csv")
        raise UnknownWord(said, str(wanted.target))
    project = _project(checked.catalogue, wanted.project)
    clienteles = _clienteles(checked.catalogue, project, wanted.clienteles)
    if not clienteles:
        said = message(
            "no clientele is concerned by `{id}`: name one with --clientele", id=wanted.project
        )
        raise EnvironmentFailure(said)
    content = write(_forms(checked.catalogue, project, clienteles, phrases))
    if not wanted.force and _is_another(wanted.target, content):
        said = message("`{path}` exists: nothing was written", path=wanted.target)
        raise EnvironmentFailure(said)
    write_whole_bytes(wanted.target, content)
    unrated = (_unrated(project, one) for one in clienteles if project is not None)
    return Exported(len(clienteles), tuple(filter(None, unrated)))


def _is_another(path: Path, content: bytes) -> bool:
    """Whether a file stands there that is not this very one."""
    return os.path.lexists(path) and not (path.is_file() and path.read_bytes() == content)


def _forms(
    catalogue: Catalogue,
    project: Project | None,
    clienteles: Sequence[Clientele],
    phrases: Phrases,
) -> list[Form]:
    site = catalogue.site
    language = site.language_for(Language(phrases.language)) or site.default_language
    wording = Wording(catalogue, language)
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


def _unrated(project: Project, clientele: Clientele) -> Message | None:
    """Why the project's grid for the clientele holds no mark; None where it holds some."""
    whom = {"project": str(project.id), "clientele": str(clientele.id)}
    cards = {card.clientele: card for card in project.scorecards}
    match cards.get(clientele.id):
        case NotConcerned():
            return message("blank: `{project}` does not concern `{clientele}`", **whom)
        case PublishedScorecard():
            return message(
                "blank: of `{project}` only a total is published for `{clientele}`", **whom
            )
        case RatedScorecard(ratings=ratings) if any(
            not isinstance(rating, NotRated) for rating in ratings
        ):
            return None
    return message("blank: `{project}` is not rated for `{clientele}` yet", **whom)
