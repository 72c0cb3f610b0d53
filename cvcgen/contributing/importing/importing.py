"""The use case: read, compare with the files, judge what would be, then write.

Nothing is written before everything is known to be sound: a fault anywhere leaves the site as
it was.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from cvcgen.app import Checked, EnvironmentFailure, check_snapshot
from cvcgen.authoring.drafts.page import MODELINE
from cvcgen.authoring.plainfile import plain_file
from cvcgen.contributing.importing.draft import Draft
from cvcgen.contributing.importing.facts import take_facts, take_total
from cvcgen.contributing.importing.identities import identify
from cvcgen.contributing.importing.outcome import Imported
from cvcgen.contributing.importing.ratings import take_ratings
from cvcgen.contributing.newrecords import SCHEMA_OF, UnknownWord, schemas_for
from cvcgen.contributing.wholeset import CannotWriteAll, write_together
from cvcgen.contributing.yamlediting import CannotEdit, edit_yaml
from cvcgen.core.diagnostics import (
    Diagnostic,
    Location,
    Severity,
    has_errors,
    message,
    sort_diagnostics,
)
from cvcgen.core.model import Clientele, ClienteleId, Kind, Language, ProjectId
from cvcgen.phrases import Phrases
from cvcgen.sources.snapshot import CONTENT, NoSite, Snapshot, read_directory
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml
from cvcgen.spreadsheets.forms.form import Wording, make_form
from cvcgen.spreadsheets.opening.files import CannotOpen, read_book
from cvcgen.spreadsheets.understanding.claims import Claim
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.understanding.reading import not_recognised, read_sheet

_KIND = SCHEMA_OF[Kind.PROJECT]


@dataclass(frozen=True, slots=True)
class Import:
    """What is asked for."""

    files: tuple[Path, ...]
    """The spreadsheets."""
    clientele: str | None = None
    """Whom they are for, where they do not say it themselves."""
    update: bool = False
    """Whether files that exist may be changed."""
    write: bool = True
    """Whether anything is written at all."""


@dataclass(frozen=True, slots=True)
class _Read:
    """All spreadsheets, read."""

    claims: tuple[Claim, ...]
    faults: tuple[Diagnostic, ...]
    ignored: tuple[str, ...]
    texts: Mapping[str, str]


def import_spreadsheets(root: Path, wanted: Import, phrases: Phrases) -> Imported:
    """Takes the spreadsheets over into the site's files.

    Raises `UnknownWord` for a clientele that the site does not have, and `EnvironmentFailure`
    where the system keeps a file from being opened.
    """
    try:
        snapshot = read_directory(root)
    except NoSite as error:
        raise EnvironmentFailure(error.message) from error
    checked = check_snapshot(snapshot)
    if has_errors(checked.diagnostics):
        return Imported((), (), (), (), checked.diagnostics, checked.texts)
    names = Names(checked.catalogue)
    clientele = _clientele(wanted.clientele, names)
    try:
        read = _read(wanted.files, names, clientele, Language(phrases.language))
    except CannotOpen as error:
        raise EnvironmentFailure(error.message) from error
    identified = identify(read.claims, names)
    drafts = [
        _draft(name, claims, checked, phrases) for name, claims in identified.claims.items()
    ]
    faults = [*read.faults, *identified.faults, *(f for one in drafts for f in one.faults)]
    if not wanted.update:
        faults += [change for draft in drafts for change in draft.changes]
    texts = _texts(root, drafts, checked, faults) if not faults else {}
    faults += _judge(snapshot, texts, drafts)
    shown = {**read.texts, **checked.texts, **texts}
    done = _outcome(texts, drafts, read.ignored, sort_diagnostics(faults), shown)
    if not faults and wanted.write:
        _write(root, texts)
    return done


def _clientele(name: str | None, names: Names) -> Clientele | None:
    known = {str(one.id): one for one in names.catalogue.clienteles}
    if name is not None and name not in known:
        raise UnknownWord(message("unknown clientele «{id}»"), name, frozenset(known))
    return known[name] if name is not None else None


def _read(
    files: Iterable[Path], names: Names, wanted: Clientele | None, spoken: Language
) -> _Read:
    claims: list[Claim] = []
    faults: list[Diagnostic] = []
    ignored: list[str] = []
    texts: dict[str, str] = {}
    for path in files:
        book = read_book(path)
        faults += book.faults
        sheets = [sheet for sheet in book.sheets if sheet.rows]
        read = [(one, read_sheet(one, names, wanted, spoken)) for one in sheets]
        known = any(result.recognised for _, result in read)
        for sheet, result in read:
            texts[sheet.path] = sheet.text
            claims += result.claims
            faults += result.faults
            ignored += result.unread
            if not result.recognised and known:
                ignored.append(sheet.path)
            elif not result.recognised:
                faults.append(not_recognised(sheet))
        if not book.faults and not any(result.claims or result.faults for _, result in read):
            faults += [] if read and not known else [_nothing_said(path)]
    return _Read(tuple(claims), tuple(faults), tuple(ignored), texts)


def _nothing_said(path: Path) -> Diagnostic:
    found = message("nothing is filled in")
    hint = message("write the project's title and mark its levels")
    return Diagnostic("CVC603", found, Location(path.name), hint=hint)


def _draft(name: str, claims: list[Claim], checked: Checked, phrases: Phrases) -> Draft:
    """The file of that project as its claims want it."""
    catalogue, path = checked.catalogue, str(CONTENT / Kind.PROJECT.value / f"{name}.yaml")
    project = catalogue.project(ProjectId(name))
    known = _plain(checked.texts[path]) if project is not None else {}
    draft = Draft(catalogue, path, project, known)
    clienteles = {clientele.id: clientele for clientele in catalogue.clienteles}
    for claim in claims:
        take_facts(draft, claim, phrases)
        if claim.clientele is not None:
            clientele = clienteles[ClienteleId(claim.clientele)]
            wording = Wording(catalogue, claim.language)
            take_total(draft, claim, clientele)
            form = make_form(wording, clientele, project, phrases)
            take_ratings(draft, claim, clientele, form)
    if project is None and "title" not in draft.wanted and not draft.faults:
        found = message("a new project needs a title")
        hint = message("write its title beside `Project`")
        draft.fault("CVC607", found, claims[0].where, hint)
    return draft


def _plain(text: str) -> dict[str, Any]:
    decoded = decode_text("", text.encode("utf-8"))
    root = parse_yaml("", text, decoded.lines).root
    found = deepcopy(plain_value(root)) if root is not None else {}
    return found if isinstance(found, dict) else {}


def _texts(
    root: Path, drafts: Iterable[Draft], checked: Checked, faults: list[Diagnostic]
) -> dict[str, str]:
    """The text of every file that is new or changes, by path."""
    texts: dict[str, str] = {}
    for draft in drafts:
        before = checked.texts.get(draft.path)
        if before is None:
            texts[draft.path] = _new_text(root, draft)
        elif draft.changes:
            try:
                texts[draft.path] = edit_yaml(before, draft.wanted, _KIND)
            except CannotEdit:
                found = message(
                    "`{path}` cannot be changed without losing a comment", path=draft.path
                )
                hint = message("change that file in an editor")
                faults.append(Diagnostic("CVC609", found, draft.changes[0].location, hint=hint))
    return texts


def _new_text(root: Path, draft: Draft) -> str:
    draft.wanted.setdefault("scorecards", {})
    schema = f"../../{schemas_for(root).as_posix()}/{_KIND}.schema.json"
    return plain_file(f"{MODELINE}{schema}", draft.wanted, _KIND)


def _judge(
    snapshot: Snapshot, texts: Mapping[str, str], drafts: Iterable[Draft]
) -> list[Diagnostic]:
    """The errors that a sound site would have with these files, at the cells they come from."""
    if not texts:
        return []
    new = {PurePosixPath(path): text.encode("utf-8") for path, text in texts.items()}
    files = dict(sorted({**snapshot.files, **new}.items()))
    found = check_snapshot(replace(snapshot, files=files)).diagnostics
    places = {
        (draft.path, pointer): where
        for draft in drafts
        for pointer, where in draft.places.items()
    }
    return [
        replace(fault, location=_cell(fault.location, places))
        for fault in found
        if fault.severity is Severity.ERROR
    ]


def _cell(place: Location, places: Mapping[tuple[str, str], Location]) -> Location:
    """The cell that a part of a file comes from, or from which one around it does."""
    pointer = place.pointer
    while pointer:
        if (place.path, pointer) in places:
            return places[place.path, pointer]
        pointer = pointer.rpartition("/")[0]
    return place


def _outcome(
    texts: Mapping[str, str],
    drafts: Iterable[Draft],
    ignored: tuple[str, ...],
    diagnostics: tuple[Diagnostic, ...],
    shown: Mapping[str, str],
) -> Imported:
    every = sorted(drafts, key=lambda draft: draft.path)
    return Imported(
        created=tuple(one.path for one in every if one.path in texts and one.project is None),
        updated=tuple(one.path for one in every if one.path in texts and one.project),
        unchanged=tuple(one.path for one in every if one.path not in texts),
        ignored=ignored,
        diagnostics=diagnostics,
        texts=shown,
    )


def _write(root: Path, texts: Mapping[str, str]) -> None:
    folder = root / CONTENT / Kind.PROJECT.value
    try:
        write_together(folder, {PurePosixPath(path).name: text for path, text in texts.items()})
    except CannotWriteAll as error:
        raise EnvironmentFailure(error.message) from error
