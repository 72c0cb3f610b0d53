"""The names of what files are made from.

Of one project, `<part>/<project>`, where the part is one of `core.projectparts`, or `project`
for all of them; of one of its scorecards, `points/<project>/<clientele>` (what its score is
computed from), `card/<project>/<clientele>` (all that it says) and
`place/<project>/<clientele>` (rank, tie, decimals). With `*` in the place of the project, that
of all projects. `projects` tells which there are, `order/<clientele>` which places there are,
best first, `ranked/<clientele>` how many of them have a rank, `unranked/<clientele>` which
have none. Besides, `downloads`, `downloads/<clientele>/<project>`, `origin`, and `anything`,
which no build has in common with another; and the facts of `reading.name_fact`.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.core.projectparts import PART_OF

PROJECTS, DOWNLOADS, ORIGIN = "projects", "downloads", "origin"
PROJECT, POINTS, CARD, PLACE = "project", "points", "card", "place"
ORDER, RANKED, UNRANKED = "order", "ranked", "unranked"
KINDS = PART_OF["scorecards"]
ALL = "*"
"""In the place of an id, which cannot be so."""
PARTS = frozenset({*PART_OF.values(), PROJECT, POINTS, CARD, PLACE})
"""What there is of each project, and of all."""
_TEXT = f"{PART_OF['description']}/"
_MOST_PROJECTS = 400
"""Whose part is noted for one file: more than a page of a list shows."""


def name_downloads(key: tuple[ClienteleId | None, ProjectId | None]) -> str:
    """The name of the data files about a clientele, a project or the whole site."""
    return f"{DOWNLOADS}/{key[0] or ''}/{key[1] or ''}"


def shorten(reads: frozenset[str]) -> frozenset[str]:
    """The same names in fewer: whole projects, and parts of all in the place of their parts."""
    told = [name for name in reads if name.startswith(_TEXT)]
    if told:  # only who shows a whole project reads its text
        reads = frozenset(_gather(reads, {name.partition("/")[2] for name in told}))
    return generalise(reads)


def generalise(reads: frozenset[str]) -> frozenset[str]:
    """The same names; where one part of many projects was read, that of all in their place.

    A long list of projects reads each of them, and changes with any of them.
    """
    if len(reads) <= _MOST_PROJECTS:
        return reads
    wholes = {name: _generalise(name) for name in reads}
    counts = Counter(wholes.values())
    return frozenset(
        whole if counts[whole] > _MOST_PROJECTS else name for name, whole in wholes.items()
    )


def _gather(reads: frozenset[str], projects: set[str]) -> Iterator[str]:
    """The same with these projects in the place of their parts, but for their places."""
    for name in reads:
        part, *ids = name.split("/", 2)
        if part in PARTS and part != PLACE and ids[0] in projects:
            yield f"{PROJECT}/{ids[0]}"
        else:
            yield name


@lru_cache(maxsize=1 << 17)
def _generalise(name: str) -> str:
    """The name of the same of all projects, or the name itself where there is no such."""
    part, *ids = name.split("/", 2)
    return "/".join([part, ALL, *ids[1:]]) if part in PARTS else name
