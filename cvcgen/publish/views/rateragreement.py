"""How far raters agree on one value, over all projects of a clientele."""

from collections.abc import Mapping
from dataclasses import dataclass

from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele, ClienteleId, Value, ValueId
from cvcgen.core.raters import Agreement, agreement, given_by_raters
from cvcgen.publish.views.context import (
    LanguageContext,
    Link,
    PageContext,
    once_per_language,
)
from cvcgen.publish.views.facts import settled
from cvcgen.publish.views.raters import say_agreement


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How far the raters of one clientele's projects agree on a value."""

    clientele: Link
    """The clientele's page."""
    agreement: str
    """The share of pairs that agree, as a sentence."""
    apart: str
    """On how many projects raters are two levels apart or more, as a sentence."""


def compare_raters(
    page: PageContext, value: Value, clientele: Clientele
) -> AgreementRow | None:
    """The agreement on the value; None where no two raters rated it on their own."""
    said = _say_agreement(page, value.id, clientele.id)
    return None if said is None else AgreementRow(page.clientele_link(clientele.id), *said)


@settled
def _say_agreement(
    page: LanguageContext, value: ValueId, clientele: ClienteleId
) -> tuple[str, str] | None:
    """How far raters agree on the value, and on how many projects they are far apart."""
    found = _measure(page, clientele).get(value)
    if found is None:
        return None
    apart = message(
        "Projects with raters two levels apart or more: {apart} of {count}",
        apart=page.voice.count(sum(one.disagrees for one in found)),
        count=page.voice.count(len(found)),
    )
    return say_agreement(found, page.voice), page.voice.say(apart)


@once_per_language
def _measure(
    page: LanguageContext, clientele: ClienteleId
) -> Mapping[ValueId, list[Agreement]]:
    """How far raters agree on each value that two of them or more rated, project by project."""
    rubric = page.site.rubrics[page.site.clienteles[clientele].rubric]
    found: dict[ValueId, list[Agreement]] = {}
    for place in page.site.whole_ranking(clientele).places:
        for part in place.score.parts:
            if given_by_raters(part.rating):
                measured = agreement(part.rating, rubric)
                if measured is not None:
                    found.setdefault(part.value, []).append(measured)
    return found
