"""What the last build of a folder kept for this one, in the user's own cache.

Nothing of it is in the site or in the repository: neither must depend on what was built
before, and nobody's proposal can bring such a record along.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from cvcgen.app.inputs import Inputs
from cvcgen.store import open_store

if TYPE_CHECKING:
    from cvcgen.publish.making.former import Former
    from cvcgen.publish.output import Written
    from cvcgen.publish.production import Production

_STORE = "builds"
_LIMIT = 64 * 1024 * 1024
"""Bytes of records: some ten sites of 10,000 projects, or many of a hundred."""


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
    faults: tuple[int, int, int],
    production: "Production",
    written: "Written",
) -> None:
    """Keeps for the next build of that folder what this one has made of what.

    `faults` are the warnings, the files with faults and the files read.
    """
    from cvcgen.publish.making.record import Record, RecordedFile, write_record  # noqa: PLC0415

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
        inputs=inputs.everything,
        faults=faults,
        sources=production.held,
        files=files,
        manifest=written.manifest,
        slots=production.slots,
    )
    with open_store(_STORE, limit=_LIMIT) as store:
        store.put(_key(target), write_record(record))


def _key(target: Path) -> str:
    return str(target.resolve())
