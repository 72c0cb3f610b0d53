"""Ids that name another record must name one that exists."""

from collections.abc import Iterator

from cvcgen.core.diagnostics import Diagnostic, Location, Note, clip, did_you_mean, message
from cvcgen.core.model import Catalogue, Kind, ValueId
from cvcgen.core.spelling import Effort


def check_values(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC401 and CVC404: a pyramid names existing values, each once."""
    known = catalogue.ids(Kind.VALUE)
    for clientele in catalogue.clienteles:
        first: dict[ValueId, Location] = {}
        absent = known - {entry.value for entry in clientele.pyramid}
        effort = Effort()
        for entry in clientele.pyramid:
            if not entry.value:
                continue
            if entry.value in first:
                found = message(
                    "the value `{id}` stands twice in this pyramid", id=clip(entry.value)
                )
                note = Note(first[entry.value], message("first here"))
                advice = message("remove one of the two")
                yield Diagnostic("CVC404", found, entry.where, (note,), advice)
            elif entry.value not in known:
                found = message("there is no value `{id}`", id=clip(entry.value))
                hint = did_you_mean(entry.value, absent or known, effort)
                yield Diagnostic("CVC401", found, entry.where, hint=hint)
            first.setdefault(entry.value, entry.where)


def check_clienteles(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC402: a scorecard names an existing clientele."""
    known = catalogue.ids(Kind.CLIENTELE)
    for project in catalogue.projects:
        effort = Effort()
        for card in project.scorecards:
            if card.clientele not in known:
                found = message("there is no clientele `{id}`", id=clip(card.clientele))
                hint = did_you_mean(card.clientele, known, effort)
                yield Diagnostic("CVC402", found, card.where, hint=hint)


def check_rubrics(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """CVC403: a clientele names an existing rubric."""
    known = catalogue.ids(Kind.RUBRIC)
    for clientele in catalogue.clienteles:
        if clientele.rubric and clientele.rubric not in known:
            found = message("there is no rubric `{id}`", id=clip(clientele.rubric))
            hint = did_you_mean(clientele.rubric, known)
            yield Diagnostic("CVC403", found, clientele.where, hint=hint)
