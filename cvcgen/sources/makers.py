"""Which commit made a change: of those that touched a file, the last to change that value.

A commit made a change where the value is another one than in every parent of it: so a merge
that only brings a change along did not make it. Values are compared as they are read, so that
a commit that moved or reformatted a line did not make it either.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cvcgen.core.changes.files import Touch
from cvcgen.sources.git.commits import Commit
from cvcgen.sources.git.errors import GitError
from cvcgen.sources.git.repository import Repository
from cvcgen.sources.recordfile import read_tree
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.tree import Mapping as Map
from cvcgen.sources.tree import Node, plain_value
from cvcgen.sources.tree import Sequence as List

if TYPE_CHECKING:
    from cvcgen.sources.git.versions import Version

MOST_COMMITS = 200
"""How many commits behind one file are looked at; a change by an older one stays unknown."""
_MISSING = object()
"""What is where there is nothing."""
_NAMES = ("value", "points")
"""Keys that tell an item of a list from the others: its place in the list may change."""

_Step = str | tuple[str, object] | int
_Steps = tuple[_Step, ...]


def find_makers(
    repository: Repository,
    commits: Mapping[str, Sequence[Commit]],
    places: Mapping[str, frozenset[str]],
    sides: tuple[Mapping[PurePosixPath, bytes], Mapping[PurePosixPath, bytes]],
) -> Mapping[str, Mapping[str, Touch | None]]:
    """Who made the change of each of these values, by path and JSON Pointer.

    `commits` are those that touched each file, newest first; `sides` are the files in the
    state before and in the state after. None is the working tree. What nobody in the
    repository made is left out, and everything where the clone lacks what it takes to tell.
    """
    wanted = {path: commits[path][:MOST_COMMITS] for path in places if commits.get(path)}
    if not wanted:
        return {}
    from cvcgen.sources.git.versions import read_versions  # noqa: PLC0415 - few need it

    try:
        versions = read_versions(repository, wanted)
    except GitError:  # a shallow or partial clone: the comparison does not need it
        return {}
    return {
        path: _makers(
            path, found, places[path], tuple(side.get(PurePosixPath(path)) for side in sides)
        )
        for path, found in versions.items()
    }


def _makers(
    path: str,
    versions: "Sequence[Version]",
    pointers: Iterable[str],
    sides: tuple[bytes | None, ...],
) -> Mapping[str, Touch | None]:
    """The makers of the values of one file."""
    values = _Values(path)
    found: dict[str, Touch | None] = {}
    for pointer in pointers:
        steps = values.steps(pointer, sides)
        if values.at(sides[-1], steps) != values.at(versions[0].content, steps):
            found[pointer] = None
            continue
        made = (version for version in versions if _is_made(version, steps, values))
        maker = next(made, None)
        if maker is not None:
            found[pointer] = make_touch(maker.commit)
    return found


def make_touch(commit: Commit) -> Touch:
    """What a report says of the commit."""
    return Touch(commit.id, commit.author, commit.committed_at, commit.subject)


def _is_made(version: "Version", steps: _Steps, values: "_Values") -> bool:
    """Whether that very commit gave the file this value."""
    now = values.at(version.content, steps)
    return all(values.at(content, steps) != now for content in version.former or (None,))


class _Values:
    """The values of one file in all its versions, each of which is read once."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._trees: dict[bytes, Node | None] = {}

    def steps(self, pointer: str, sides: Sequence[bytes | None]) -> _Steps:
        """The way to the value, by the names of list items where they have some."""
        for content in reversed(sides):
            steps = _resolve(self._tree(content), pointer)
            if steps is not None:
                return steps
        return tuple(_parts(pointer))

    def at(self, content: bytes | None, steps: _Steps) -> object:
        """The value there; of a rating with its reasons, its points alone."""
        node = self._tree(content)
        for step in steps:
            node = _child(node, step)
        points = node.get("points") if isinstance(node, Map) else None
        return _MISSING if node is None else plain_value(points or node)

    def _tree(self, content: bytes | None) -> Node | None:
        if content is None:
            return None
        if content not in self._trees:
            self._trees[content] = read_tree(self._path, decode_text(self._path, content))[0]
        return self._trees[content]


def _resolve(node: Node | None, pointer: str) -> _Steps | None:
    """The steps of the pointer in this tree; None where it leads nowhere."""
    steps: list[_Step] = []
    for part in _parts(pointer):
        step: _Step = part
        if isinstance(node, List):
            step = int(part) if part.isdecimal() else -1
            step = _name_of(node.items[step]) or step if 0 <= step < len(node.items) else step
        node = _child(node, step)
        if node is None:
            return None
        steps.append(step)
    return tuple(steps)


def _child(node: Node | None, step: _Step) -> Node | None:
    if isinstance(node, Map) and isinstance(step, str):
        return node.get(step)
    if not isinstance(node, List):
        return None
    if isinstance(step, int):
        return node.items[step] if 0 <= step < len(node.items) else None
    return next((item for item in node.items if _name_of(item) == step), None)


def _name_of(item: Node) -> tuple[str, object] | None:
    """What tells the item of a list from the others."""
    if isinstance(item, Map):
        for key in _NAMES:
            named = item.get(key)
            if named is not None:
                return (key, plain_value(named))
    return None


def _parts(pointer: str) -> Iterator[str]:
    """The names along a JSON Pointer."""
    for part in pointer.split("/")[1:]:
        yield part.replace("~1", "/").replace("~0", "~")
