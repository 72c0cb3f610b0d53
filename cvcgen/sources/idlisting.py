"""The ids of a site's records by the names of their files alone, for completing a word.

Quick rather than right: what is in a file, and whether it can be used, is not looked at.
"""

import os
from pathlib import Path

from cvcgen.core.model import Kind
from cvcgen.sources.placement import is_id
from cvcgen.sources.snapshot import CONTENT

_EXTENSION = ".yaml"


def list_ids(root: Path, kind: Kind) -> tuple[str, ...]:
    """The ids of that kind, sorted; none where there is no such folder.

    Names that can be no id are left out, and so a shell gets letters, digits and hyphens only.
    """
    try:
        with os.scandir(root / CONTENT / kind) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return ()
    found = (name.removesuffix(_EXTENSION) for name in names if name.endswith(_EXTENSION))
    return tuple(sorted(name for name in found if is_id(name)))
