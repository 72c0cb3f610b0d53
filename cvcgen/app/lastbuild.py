"""What the last build of a folder kept for this one, in the user's own cache.

Nothing of it is in the site or in the repository: neither must depend on what was built
before, and nobody's proposal can bring such a record along.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cvcgen.app.inputs import Inputs
from cvcgen.publish.output import describe_rest, lies_as
from cvcgen.store import open_store

if TYPE_CHECKING:
    from cvcgen.publish.making.former import Former
    from cvcgen.publish.output import Written
    from cvcgen.publish.production import Production

_STORE = "builds"
_AT_REST = "\0at rest"
"""What the key ends with of how a site lies; no path has such a character."""
_LIMIT = 64 * 1024 * 1024
"""Bytes of records: some ten sites of 10,000 projects, or many of a hundred."""


class Counts(NamedTuple):
    """What a build has to say, in files but for the warnings."""

    warnings: int
    faulty: int
    """With faults."""
    read: int
    made: int
    """Of the site."""


def find_at_rest(target: Path, inputs: Inputs) -> Counts | None:
    """What the last build had to say, where all is as it left it; else None.

    Content is compared as digests, the site as one text: nothing of them is taken apart.
    """
    with open_store(_STORE, limit=_LIMIT) as store:
        kept = store.get(_key(target) + _AT_REST)
    head, _, rest = (kept or b"").decode("utf-8", "replace").partition("\n")
    everything, *counts = head.split(" ")
    if not everything or everything != inputs.everything or not lies_as(target, rest):
        return None
    return Counts(*map(int, counts))


def find_former(target: Path, inputs: Inputs) -> "Former | None":
    """What of the site in that folder may stay, or None where all must be made."""
    from cvcgen.publish.making.former import open_former  # noqa: PLC0415 - checking needs none
    from cvcgen.publish.making.record import read_record  # noqa: PLC0415

    with open_store(_STORE, limit=_LIMIT) as store:
        record = read_record(store.get(_key(target)))
    return open_former(record, target, inputs.surroundings)


def keep_record(
    target: Path,
    inputs: Inputs,
    counts: Counts,
    production: "Production",
    written: "Written",
) -> None:
    """Keeps for the next build of that folder what this one has made of what."""
    from cvcgen.publish.making.record import Record, RecordedFile, write_record  # noqa: PLC0415
    from cvcgen.publish.output.manifest import MANIFEST  # noqa: PLC0415

    if written.manifest is None:  # somebody has taken the site away in the meantime
        return
    reads = production.reads
    files = {
        path: RecordedFile(
            digest,
            written.seals[path],
            reads.get(path, frozenset()),
            production.at.get(path, ()),
        )
        for path, digest in written.digests.items()
    }
    record = Record(
        surroundings=inputs.surroundings,
        sources=production.held,
        files=files,
        slots=production.slots,
        facts=production.facts,
        projects=production.state.parts or {},
    )
    head = " ".join(map(str, (inputs.everything, *counts)))
    rest = describe_rest({**written.seals, MANIFEST: written.manifest})
    with open_store(_STORE, limit=_LIMIT) as store:
        store.put(_key(target), write_record(record))
        store.put(_key(target) + _AT_REST, f"{head}\n{rest}".encode())


def _key(target: Path) -> str:
    return os.path.realpath(target)  # unlike Path.resolve, also where links go in circles
