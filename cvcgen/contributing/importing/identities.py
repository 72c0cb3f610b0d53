"""Which project each claim is about: by id, else by title, which new ones get their id from."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cvcgen.core.diagnostics import Diagnostic, Location, Message, Note, clip, message
from cvcgen.sources.placement import is_id, suggest_id
from cvcgen.spreadsheets.understanding.claims import Claim
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.words import Role, fold


@dataclass(slots=True)
class Identified:
    """The claims by the id of their project, and those that have none."""

    claims: dict[str, list[Claim]] = field(default_factory=dict)
    """In the order of the spreadsheets."""
    faults: list[Diagnostic] = field(default_factory=list)
    """What is wrong with ids and titles, in no order."""


def identify(claims: Iterable[Claim], names: Names) -> Identified:
    """Every claim under the id of its project; two about the same ratings are a fault."""
    found = Identified()
    taken: dict[tuple[str, str | None], Location] = {}
    titles: dict[str, tuple[str, Location]] = {}
    for claim in claims:
        name = _identity(claim, names, found.faults)
        if name is None or not _is_same_title(name, claim, titles, found.faults):
            continue
        if (name, claim.clientele) in taken:
            again = message("`{project}` is rated twice for the same clientele", project=name)
            note = Note(taken[name, claim.clientele], message("first here"))
            hint = message("keep one of the two")
            found.faults.append(Diagnostic("CVC608", again, claim.where, (note,), hint))
            continue
        taken[name, claim.clientele] = claim.where
        found.claims.setdefault(name, []).append(claim)
    return found


def _identity(claim: Claim, names: Names, faults: list[Diagnostic]) -> str | None:
    """The project's id, existing or to be; None with a fault where there is none."""
    named, title = claim.fact(Role.PROJECT_ID), claim.fact(Role.PROJECT)
    if named.text:
        if is_id(named.text):
            return named.text
        found = message("`{id}` cannot be an id", id=clip(named.text))
        faults.append(Diagnostic("CVC606", found, named.where, hint=_better(named.text)))
        return None
    if not title.text:
        found = message("nothing says which project this is")
        hint = message("write its title beside `Project`, or its id beside `Project id`")
        faults.append(Diagnostic("CVC607", found, title.where, hint=hint))
        return None
    known = names.projects.get(fold(title.text))
    if known is not None:
        return known.id
    return _new_identity(title.text, title.where, names, faults)


def _new_identity(
    title: str, where: Location, names: Names, faults: list[Diagnostic]
) -> str | None:
    name = suggest_id(title)
    hint = message("write an id beside `Project id`: lower-case letters, digits and hyphens")
    if not is_id(name):
        found = message("no file can be named after «{id}»", id=clip(title))
        faults.append(Diagnostic("CVC606", found, where, hint=hint))
        return None
    if names.project(name) is not None:
        found = message("another project has the id `{id}`", id=name)
        faults.append(Diagnostic("CVC608", found, where, hint=hint))
        return None
    return name


def _is_same_title(
    name: str,
    claim: Claim,
    titles: dict[str, tuple[str, Location]],
    faults: list[Diagnostic],
) -> bool:
    """Whether no claim before gave another title to the same id."""
    title = claim.fact(Role.PROJECT)
    if not title.text:
        return True
    first, where = titles.setdefault(name, (title.text, title.where))
    if fold(first) == fold(title.text):
        return True
    found = message("two titles have the same id `{id}`", id=name)
    hint = message("write another id beside `Project id`, or the same title")
    note = Note(where, message("the other one"))
    faults.append(Diagnostic("CVC608", found, title.where, (note,), hint))
    return False


def _better(text: str) -> Message:
    better = suggest_id(text)
    if is_id(better):
        return message("did you mean `{name}`?", name=better)
    return message("use lower-case letters, digits and single hyphens")
