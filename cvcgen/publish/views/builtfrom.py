"""Which state of the content a site was built from: the line that fills a slot of each page."""

from dataclasses import dataclass

from cvcgen.core.model import Origin, Repository
from cvcgen.publish.sourcelinks import revision_link
from cvcgen.publish.voice import Voice

_SHOWN_REVISION = 10


@dataclass(frozen=True, slots=True)
class BuiltFrom:
    """The commit behind a site, if there is one."""

    revision: str | None
    """The commit, shortened, or None."""
    revision_href: str | None
    """The commit's page, or None where the repository is not known."""
    committed: str | None
    """The commit's day in words, or None."""


def view_built_from(origin: Origin, repository: Repository | None, voice: Voice) -> BuiltFrom:
    """The commit, without the origin's label: a folder and its commit give the same pages."""
    return BuiltFrom(
        revision=origin.revision[:_SHOWN_REVISION] if origin.revision else None,
        revision_href=revision_link(repository, origin),
        committed=voice.date(origin.day) if origin.day else None,
    )
