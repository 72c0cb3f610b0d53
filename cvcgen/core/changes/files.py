"""Which files differ between two states of the content, by how many lines, and by whom.

Records say what changed; files say where somebody typed. Line counts are for people to
recognise an edit by, as in «1 line changed»; no score depends on them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from cvcgen.core.changes.comparison import Comparison
from cvcgen.core.changes.differences import RecordChange
from cvcgen.core.changes.kinds import RecordEvent

_MOST_COMPARED = 1_000_000
"""How many pairs of lines are compared one by one; more would take seconds."""
_MOST_STEPS = 10_000_000
"""How often equal lines are met while the changes are found: a third of a second."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A commit that touched a file between the two states."""

    commit: str
    """Its id, in full."""
    author: str
    """The author's name, possibly empty."""
    date: str
    """When it was committed, ISO 8601."""
    subject: str
    """The first line of its message."""


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file whose text differs."""

    path: str
    """Inside the site; the path before where the file is gone."""
    former: str | None
    """The path before, where its record was renamed."""
    lines: int
    """How many lines were changed, added or removed; 0 for a mere renaming."""
    touches: tuple[Touch, ...] = ()
    """The commits behind it, newest first; none where that is not known."""
    uncommitted: bool = False
    """Whether a part of the change stands in the working tree alone."""
    makers: Mapping[str, Touch | None] = field(default_factory=dict)
    """Who made the change of a value, by JSON Pointer, as far as that is known; None where the
    working tree alone has it."""

    @property
    def is_shared(self) -> bool:
        """Whether several have touched it, so that each change has a maker of its own."""
        return len(self.touches) + self.uncommitted > 1

    def behind(self, pointer: str) -> tuple[tuple[Touch, ...], bool]:
        """The commits that may have changed that value, newest first; whether the tree may.

        Its maker alone where that is known, else all that touched the file.
        """
        if pointer not in self.makers:
            return self.touches, self.uncommitted
        maker = self.makers[pointer]
        return ((), True) if maker is None else ((maker,), False)


def changed_files(
    before: Mapping[str, str],
    after: Mapping[str, str],
    comparison: Comparison | None,
    touches: Mapping[str, tuple[Touch, ...]],
    uncommitted: Set[str],
) -> tuple[ChangedFile, ...]:
    """The files that differ, by path; a renamed record's files are one where it is known.

    `before` and `after` are texts by path, `touches` and `uncommitted` speak of paths too.
    """
    renamed = _renamed_paths(comparison.records if comparison else ())
    gone = before.keys() - after.keys() - set(renamed.values())
    found = []
    for path in sorted(after.keys() | gone):
        former = renamed.get(path)
        old, new = before.get(former or path, ""), after.get(path, "")
        appeared = (former or path) not in before or path not in after
        if former or appeared or old != new:
            lines = count_changed_lines(old, new)
            held = uncommitted & {path, former}
            found.append(ChangedFile(path, former, lines, touches.get(path, ()), bool(held)))
    return tuple(found)


def changed_places(
    comparison: Comparison, files: Iterable[ChangedFile]
) -> Mapping[str, frozenset[str]]:
    """The JSON Pointers of all that was edited in these files, by path."""
    found: dict[str, set[str]] = {}
    for edit in comparison.edits:
        found.setdefault(edit.sides.where.path, set()).add(edit.sides.where.pointer)
    for word in comparison.wording:
        where = word.sides.where
        found.setdefault(where.path, set()).add(f"{where.pointer}/{word.key}")
    for change in comparison.changes:
        for cause in change.causes:
            if cause.edited:
                where = cause.sides.where
                found.setdefault(where.path, set()).add(where.pointer)
    paths = {file.path for file in files} & found.keys()
    return {path: frozenset(found[path] - {""}) for path in sorted(paths)}


def with_makers(
    files: Iterable[ChangedFile], makers: Mapping[str, Mapping[str, Touch | None]]
) -> tuple[ChangedFile, ...]:
    """The files with who made the changes of each, by path."""
    return tuple(
        replace(file, makers=makers[file.path]) if file.path in makers else file
        for file in files
    )


def count_changed_lines(before: str, after: str) -> int:
    r"""How many lines were changed, added or removed; a changed line counts once.

    >>> count_changed_lines("a\nb\nc\n", "a\nB\nc\nd\n")
    2
    """
    old, new = before.splitlines(), after.splitlines()
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    if len(old) * len(new) > _MOST_COMPARED or _most_steps(old, new) > _MOST_STEPS:
        only = (Counter(old) - Counter(new), Counter(new) - Counter(old))
        return max(sum(lines.values()) for lines in only)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in steps if tag != "equal")


def _most_steps(old: Sequence[str], new: Sequence[str]) -> int:
    """How many pairs of equal lines are met, if each is once more for every change found."""
    there = Counter(new)
    equal = sum(count * there[line] for line, count in Counter(old).items())
    return equal * min(len(old), len(new))


def _renamed_paths(records: Iterable[RecordChange]) -> dict[str, str]:
    """The path before of each renamed record, by the path after."""
    return {
        change.sides.after.path: change.sides.before.path
        for change in records
        if change.event is RecordEvent.RENAMED and change.sides.before and change.sides.after
    }


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines both begin with."""
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return at
    return min(len(old), len(new))
