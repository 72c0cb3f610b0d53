"""A folder's files, where every use case begins."""

from pathlib import Path

from cvcgen.app.failures import EnvironmentFailure
from cvcgen.sources.snapshot import NoSite, Snapshot, read_directory


def read_folder(root: Path) -> Snapshot:
    """The files of that folder. Raises `EnvironmentFailure`."""
    try:
        return read_directory(root)
    except NoSite as error:
        raise EnvironmentFailure(error.message) from error
