"""The accepted warnings of a file, from their trees."""

from cvcgen.core.model import Text, Waiver
from cvcgen.sources.records.parts import child_of, items_of, place_of, word_of
from cvcgen.sources.records.ratings import ReadText
from cvcgen.sources.tree import Mapping

_NO_TEXT = Text(())


def read_waivers(root: Mapping, text: ReadText) -> tuple[Waiver, ...]:
    """The waivers of a file, by code and place."""
    found = (
        Waiver(
            code=word_of(child_of(node, "code")),
            reason=text(child_of(node, "reason")) or _NO_TEXT,
            until=word_of(child_of(node, "until")),
            at=word_of(child_of(node, "at")) or None,
            where=place_of(child_of(node, "code"), node.where),
        )
        for node in items_of(root.get("waivers"))
    )
    return tuple(sorted(found, key=lambda waiver: (waiver.code, waiver.at or "")))
