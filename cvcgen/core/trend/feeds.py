"""What the ids of a feed of score changes and of its entries are made from."""

from collections.abc import Collection


def feed_name(
    identity: str,
    language: str,
    revision: str = "",
    projects: Collection[str] = (),
    clienteles: Collection[str] = (),
) -> str:
    """The name of the entry of a revision, or of the feed itself where none is named.

    Made from what tells the content from any other, the language and what the feed is
    restricted to: the same entry has the same name on every day and machine, and no other
    entry has it.

    >>> feed_name("d460674bbd/", "fr", "28331f3585")
    'd460674bbd//fr///28331f3585'
    """
    return "/".join(
        (identity, language, *sorted(projects), "", *sorted(clienteles), "", revision)
    )
