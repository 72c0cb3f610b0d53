"""What git is called with, so that it runs and writes nothing that a repository asks for.

Two settings. *Finding* a repository is done under the user's own system and global
configuration, because `safe.directory` lives there: whether to trust a repository of another
owner stays the user's decision, taken by git. *Reading* names the repository by `GIT_DIR`,
which asks that question no more, and sees no configuration but the repository's, with every
key that could run a program overridden. Inherited `GIT_*` variables are dropped in both:
inside a hook they name another index and sometimes another repository than the folder's. So
objects that wait in quarantine are not seen: cvcgen works in `post-receive`, not before.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from cvcgen.sources.git.errors import GitError, Problem

_NOTHING = os.devnull
_CONFIGURATION = (
    ("advice.graftFileDeprecated", "false"),
    ("core.alternateRefsCommand", ""),
    ("core.askPass", ""),
    ("core.attributesFile", _NOTHING),
    ("core.commitGraph", "false"),  # a cache of parents that nobody checks
    ("core.fsmonitor", "false"),
    ("core.hooksPath", _NOTHING),
    ("core.pager", "cat"),
    ("core.sshCommand", "false"),
    ("credential.helper", ""),
    ("diff.external", ""),
    ("gc.auto", "0"),
    ("log.showSignature", "false"),
    ("maintenance.auto", "false"),
    ("protocol.allow", "never"),
)
OPTIONS = (
    "--no-pager",
    *(part for key, value in _CONFIGURATION for part in ("-c", f"{key}={value}")),
)
"""What stands before every command; it overrides whatever the repository configures."""

_ALWAYS = {
    "GIT_ALLOW_PROTOCOL": "",  # stronger than protocol.allow, which `protocol.file.allow` beats
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": _NOTHING,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",  # where git knows it; elsewhere no protocol is left
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_TRACE": "0",
    "GIT_TRACE2": "0",
    "GIT_TRACE2_EVENT": "0",
    "GIT_TRACE2_PERF": "0",
    "LC_ALL": "C",
}
_OF_THE_USER = (
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_KEY_",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_PARAMETERS",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_VALUE_",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
)
"""Beginnings of the variables by which a user says what to trust and where to look."""


def finding_environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """The environment for finding a repository."""
    kept = {name: x for name, x in inherited.items() if name.startswith(_OF_THE_USER)}
    return {**_without_git(inherited), **kept, **_ALWAYS}


def reading_environment(inherited: Mapping[str, str], git_dir: Path) -> dict[str, str]:
    """The environment for reading the objects of that repository."""
    return {
        **_without_git(inherited),
        **_ALWAYS,
        "GIT_CONFIG_GLOBAL": _NOTHING,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_DIR": str(git_dir),
    }


def find_program(inherited: Mapping[str, str]) -> str:
    """The path of git. Raises `GitError`.

    Only absolute folders of PATH count: an empty or relative one would run a `git` that lies
    in the repository, as Windows does unasked. One that may not be entered has none for us.
    """
    name = "git.exe" if sys.platform == "win32" else "git"
    for folder in inherited.get("PATH", os.defpath).split(os.pathsep):
        program = os.path.join(folder, name)  # noqa: PTH118 - as the next
        # Not Path.is_file, which raises where a folder may not be entered.
        is_file = os.path.isabs(program) and os.path.isfile(program)  # noqa: PTH113, PTH117
        if is_file and os.access(program, os.X_OK):
            return program
    raise GitError(Problem.NO_GIT, name)


def _without_git(inherited: Mapping[str, str]) -> dict[str, str]:
    return {name: x for name, x in inherited.items() if not name.upper().startswith("GIT_")}
