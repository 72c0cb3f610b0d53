"""What `cvcgen.yaml` says."""

from cvcgen.core.diagnostics import Diagnostic
from cvcgen.core.model import Language, Repository, Site
from cvcgen.sources.records.parts import items_of, truth_of, word_of
from cvcgen.sources.records.reader import NO_TEXT, Reader
from cvcgen.sources.records.waivers import read_waivers
from cvcgen.sources.tree import Mapping, Node

DEFAULT_LANGUAGES = (Language("fr"),)
"""What texts are taken for where the settings do not say."""


def read_site(root: Mapping) -> tuple[Site, tuple[Diagnostic, ...]]:
    """What `cvcgen.yaml` says, with defaults for what could not be read, and its faults."""
    listed = items_of(root.get("languages"))
    languages = tuple(Language(word_of(item)) for item in listed if word_of(item))
    reader = Reader(languages or DEFAULT_LANGUAGES)
    site = Site(
        title=reader.name(root.get("title")) or NO_TEXT,
        languages=reader.languages,
        summary=reader.text(root.get("summary")),
        notice=reader.text(root.get("notice")),
        repository=_repository(root.get("repository")),
        source=reader.text(root.get("source")),
        url=word_of(root.get("url")).rstrip("/") or None,
        noindex=truth_of(root.get("noindex")),
        waivers=read_waivers(root, reader.text),
        where=root.where,
    )
    return site, tuple(reader.faults)


def _repository(node: Node | None) -> Repository | None:
    url = word_of(node.get("url")) if isinstance(node, Mapping) else ""
    if not isinstance(node, Mapping) or not url:
        return None
    return Repository(url.rstrip("/"), word_of(node.get("branch")) or "main")
