"""Why a site could not be written, as facts, and what the user can do about it."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import reason


class Problem(StrEnum):
    """What stood in the way; in every case the former site is whole."""

    BAD_PATH = "bad_path"
    """A file of the site has a name that leaves the folder or that some system refuses."""
    COLLISION = "collision"
    """Two files of the site have one name, or names that only case tells apart."""
    NOT_OURS = "not_ours"
    """The folder has files in it and no manifest of ours."""
    NOT_A_FOLDER = "not_a_folder"
    LINK = "link"
    """The folder is a symbolic link."""
    MOUNT = "mount"
    """The folder, or one in it, is a file system of its own and cannot be exchanged."""
    STRANGER = "stranger"
    """A file of the site would replace one that cvcgen did not write."""
    MANIFEST = "manifest"
    """The folder's manifest is none that cvcgen writes."""
    LOCKED = "locked"
    """Another build is writing the folder."""
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    PERMISSION = "permission"
    IN_USE = "in_use"
    """Another program holds the folder."""
    LAYERED = "layered"
    """The folder lies in a lower layer of an overlay, where folders cannot be renamed."""
    FAILED = "failed"
    """Anything else that the operating system refused."""


@dataclass(eq=False)
class OutputError(Exception):
    """The site could not be written; the former one is as it was."""

    problem: Problem
    path: Path
    """The folder, or the file in it, that the problem is about."""
    reason: str | Message = ""
    """What the operating system said, or the second path of a collision."""

    @property
    def message(self) -> Message:
        """What happened and what to do, for the user."""
        template = _WORDING[self.problem].template
        return message(template, path=self.path, parent=self.path.parent, reason=self.reason)

    def __str__(self) -> str:
        return self.message.text(str)


_WORDING: Mapping[Problem, Message] = {
    Problem.BAD_PATH: message(
        "«{path}» cannot be the name of a file of the site; rename the record it comes from"
    ),
    Problem.COLLISION: message(
        "«{path}» and «{reason}» would be one file on some systems; rename one of the records"
        " they come from"
    ),
    Problem.NOT_OURS: message(
        "«{path}» is not empty and cvcgen did not make it; name another folder, or empty this"
        " one yourself"
    ),
    Problem.NOT_A_FOLDER: message(
        "«{path}» is not a folder; name another one, or move it away"
    ),
    Problem.LINK: message("«{path}» is a link; name the folder that it leads to"),
    Problem.MOUNT: message(
        "«{path}» is a file system of its own and cannot be replaced at once; name a folder"
        " inside it"
    ),
    Problem.STRANGER: message(
        "«{path}» is in the way and cvcgen did not write it; move it out of the site's folder"
    ),
    Problem.MANIFEST: message(
        "«{path}» is not as cvcgen writes it ({reason}), so nobody can tell which files may be"
        " replaced; delete the site's folder yourself and build again"
    ),
    Problem.LOCKED: message(
        "another build is writing «{path}»; wait until it is done and build again"
    ),
    Problem.DISK_FULL: message(
        "no room is left for the new site beside «{path}» ({reason}); make room and build again"
    ),
    Problem.READ_ONLY: message(
        "«{path}» is on a read-only file system ({reason}); name a folder elsewhere"
    ),
    Problem.PERMISSION: message(
        "you may not write in «{path}» or in «{parent}» beside it ({reason}); change the"
        " permissions or name another folder"
    ),
    Problem.IN_USE: message(
        "another program holds «{path}» ({reason}); close it and build again"
    ),
    Problem.LAYERED: message(
        "«{path}» comes from a container's image and cannot be replaced at once; name another"
        " folder, or delete this one first"
    ),
    Problem.FAILED: message("«{path}» could not be written: {reason}"),
}

_PROBLEM_OF_ERRNO: Mapping[int, Problem] = {
    getattr(errno, name): problem
    for name, problem in (
        ("ENOSPC", Problem.DISK_FULL),
        ("EDQUOT", Problem.DISK_FULL),
        ("EROFS", Problem.READ_ONLY),
        ("EACCES", Problem.PERMISSION),
        ("EPERM", Problem.PERMISSION),
        ("EBUSY", Problem.IN_USE),
        ("ETXTBSY", Problem.IN_USE),
        ("EXDEV", Problem.LAYERED),
    )
    if hasattr(errno, name)  # EDQUOT is missing on some systems
}
_SHARING_VIOLATION = 32
"""Windows: the file or folder is open in another program; its errno says EACCES."""


def explain(error: OSError, folder: Path) -> OutputError:
    """The problem that an error of the operating system means for the folder."""
    problem = _PROBLEM_OF_ERRNO.get(error.errno or 0, Problem.FAILED)
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        problem = Problem.IN_USE
    return OutputError(problem, folder, reason(error))
