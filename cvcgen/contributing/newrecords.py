"""A new record in a site: which file, with which schema, and what it starts from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cvcgen.app import EnvironmentFailure, check
from cvcgen.authoring.drafts import (
    Commission,
    draft_clientele,
    draft_project,
    draft_rubric,
    draft_value,
)
from cvcgen.authoring.newfiles import CannotCreate, create_file
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.hidden import FORBIDDEN, is_blank
from cvcgen.core.model import Catalogue, Kind
from cvcgen.phrases import Phrases
from cvcgen.sources.placement import is_id, suggest_id

OWN_SCHEMAS = Path(".cvcgen", "schemas")
"""Where `cvcgen schema` writes by default, inside the site's folder."""
SHARED_SCHEMAS = Path("schemas")
"""Where a checkout of cvcgen itself has the schemas."""
SCHEMA_OF = {
    Kind.RUBRIC: "rubric",
    Kind.VALUE: "value",
    Kind.CLIENTELE: "clientele",
    Kind.PROJECT: "project",
}
"""The schema of each kind of record, without its extension."""
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
"""What stands for a byte that was no UTF-8 where it was typed."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What a contributor asks for."""

    kind: Kind
    name: str
    """What its id is made from."""
    title: str | None = None
    """What its title says; None for the name."""
    clienteles: tuple[str, ...] = ()
    """The clienteles that a project is to be rated for; empty for all."""


@dataclass(eq=False)
class UnknownWord(Exception):
    """A name that no file can have, or an id that the site does not know."""

    message: Message
    """Which, and what to do about it."""
    word: str
    """The word itself."""
    known: frozenset[str] = frozenset()
    """What could have been meant."""


def create_record(root: Path, wanted: NewRecord, phrases: Phrases) -> Path:
    """Writes the record's file and gives its path inside the site.

    Raises `UnknownWord`, and `EnvironmentFailure` where a file of that id exists.
    """
    title = one_line(wanted.title or wanted.name)
    catalogue = check(root).catalogue
    name = suggest_id(wanted.name)
    if not is_id(name):
        raise UnknownWord(message("no file can be named after «{id}»"), wanted.name)
    inside = Path("content", wanted.kind.value, f"{name}.yaml")
    if name in catalogue.ids(wanted.kind):
        raise EnvironmentFailure(
            message("`{path}` exists: nothing was written", path=inside.as_posix())
        )
    schema = f"../../{schemas_for(root).as_posix()}/{SCHEMA_OF[wanted.kind]}.schema.json"
    commission = Commission(title or name, schema, catalogue, phrases)
    try:
        create_file(root, inside, _draft(commission, wanted))
    except CannotCreate as error:
        raise EnvironmentFailure(error.message) from error
    return inside


def one_line(text: str) -> str:
    """The text as a name or a title; empty where nothing of it would be seen.

    Raises `UnknownWord` for what no file may hold.
    """
    line = " ".join(text.split())
    if FORBIDDEN.search(line) or _NO_CHARACTER.search(line):
        raise UnknownWord(message("«{id}» holds a character that no file may hold"), text)
    return "" if is_blank(line) else line


def schemas_for(root: Path) -> Path:
    """The folder, inside the site, that editors take the schemas from."""
    shared = root / SHARED_SCHEMAS / f"{SCHEMA_OF[Kind.PROJECT]}.schema.json"
    return SHARED_SCHEMAS if shared.is_file() else OWN_SCHEMAS


def _draft(commission: Commission, wanted: NewRecord) -> str:
    if wanted.kind is Kind.PROJECT:
        return _project(commission, wanted.clienteles)
    if wanted.kind is Kind.CLIENTELE:
        return _clientele(commission)
    if wanted.kind is Kind.VALUE:
        return draft_value(commission)
    return draft_rubric(commission)


def _project(commission: Commission, wanted: Sequence[str]) -> str:
    by_id = {str(clientele.id): clientele for clientele in commission.catalogue.clienteles}
    for word in wanted:
        if word not in by_id:
            raise UnknownWord(message("unknown clientele «{id}»"), word, frozenset(by_id))
    return draft_project(commission, [by_id[word] for word in dict.fromkeys(wanted or by_id)])


def _clientele(commission: Commission) -> str:
    _require(commission.catalogue, Kind.RUBRIC, message("`cvcgen new rubric NAME`"))
    _require(commission.catalogue, Kind.VALUE, message("`cvcgen new value NAME`"))
    return draft_clientele(commission)


def _require(catalogue: Catalogue, kind: Kind, command: Message) -> None:
    there = catalogue.rubrics if kind is Kind.RUBRIC else catalogue.values
    if not there:
        said = message(
            "there is nothing yet in `content/{folder}/`: first {command}",
            folder=kind.value,
            command=command,
        )
        raise EnvironmentFailure(said)
