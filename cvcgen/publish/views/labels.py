"""The tool's words for what the model names: states, sources, reasons."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Feasibility, Provenance, Status, WeightsKind
from cvcgen.publish.voice import Voice

STATUS = {
    Status.PROPOSED: message("proposed"),
    Status.PLANNED: message("planned"),
    Status.UNDERWAY: message("under way"),
    Status.DELIVERED: message("delivered"),
    Status.ABANDONED: message("abandoned"),
}
FEASIBILITY_ANSWERS = {
    Feasibility.FEASIBLE: message("yes"),
    Feasibility.NOT_FEASIBLE: message("no"),
    Feasibility.UNDETERMINED: message("to be determined"),
}
FEASIBILITY = {
    Feasibility.FEASIBLE: message("feasible"),
    Feasibility.NOT_FEASIBLE: message("not feasible"),
    Feasibility.UNDETERMINED: message("feasibility to be determined"),
}
PROVENANCE = {
    Provenance.PUBLISHED: message("Published data"),
    Provenance.RECONSTRUCTED: message("Reconstructed data"),
    Provenance.ILLUSTRATIVE: message("Illustrative data"),
}
WEIGHTS = {
    WeightsKind.EQUAL: message("Equal weights: every value counts the same."),
    WeightsKind.DECLARED: message("Weights declared by those who publish this site."),
    WeightsKind.ILLUSTRATIVE: message("Illustrative weights: made up for the demonstration."),
    WeightsKind.DERIVED: message("Weights derived from a survey."),
}


@dataclass(frozen=True, slots=True)
class Badge:
    """Where figures come from, in two words."""

    kind: str
    """A value of `Provenance`, for the style."""
    label: str
    """What to show."""


def label_provenance(provenance: Provenance | None, voice: Voice) -> Badge | None:
    """The badge of a record, or None where its provenance is not said."""
    if provenance is None:
        return None
    return Badge(provenance.value, voice.say(PROVENANCE[provenance]))
