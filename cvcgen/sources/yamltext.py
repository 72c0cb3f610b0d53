"""YAML text to a tree that knows the place of every key and value.

The tree is built from the parser's events, never composed by PyYAML: deep nesting and
aliases cannot hurt, nothing is resolved behind the author's back, and numbers keep their
text. The accepted part of YAML is small on purpose; what lies outside is a diagnostic with
its place, and reading goes on wherever it can.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

import yaml

from cvcgen.core.diagnostics import Diagnostic, Location, Message, Note, clip, message
from cvcgen.core.hidden import FORBIDDEN
from cvcgen.sources.limits import MAX_DEPTH, MAX_FAULTS, MAX_NODES, beyond_limits
from cvcgen.sources.numberforms import ambiguous_form, comma_number
from cvcgen.sources.parserfault import Reached, parser_fault
from cvcgen.sources.quicktree import EventKind, OddFormError, QuickReader, plain_meaning
from cvcgen.sources.syntax import syntax_fault, with_last
from cvcgen.sources.textfile import ESCAPE, escaped_fault
from cvcgen.sources.tree import (
    Entry,
    Mapping,
    Node,
    Scalar,
    ScalarValue,
    Sequence,
    child_pointer,
)

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS = {
    yaml.ScalarEvent: EventKind.TEXT,
    yaml.MappingStartEvent: EventKind.MAPPING,
    yaml.SequenceStartEvent: EventKind.LIST,
    yaml.MappingEndEvent: EventKind.END,
    yaml.SequenceEndEvent: EventKind.END,
    yaml.StreamEndEvent: EventKind.LAST,
}
_UNWRITABLE = re.compile(rf"{FORBIDDEN.pattern}|\r")
"""What no escape may write: what no file may hold, nor a CR, which only ends lines of files."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read of a file, and what was wrong with its form."""

    root: Node | None
    """None where nothing could be read, or the file holds nothing."""
    faults: tuple[Diagnostic, ...]
    """In the order of the text."""


def parse_yaml(path: str, text: str, lines: tuple[str, ...]) -> Parsed:
    """The tree of the first document of the text, with every fault of form.

    `lines` is the text split at its line ends. After a fault of syntax nothing further can
    be read and the root is None; after any other, the tree stands with null in the place of
    what could not be read.
    """
    builder, reached = _TreeBuilder(path), Reached()
    try:
        for event in yaml.parse(text, Loader=_PARSER):
            reached.take(event)
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        fault = syntax_fault(path, lines, parser_fault(error, reached))
        return Parsed(None, with_last(builder.faults, fault))
    return Parsed(builder.root, tuple(builder.faults))


def quick_root(path: str, text: str) -> Mapping | None:
    """The tree that `parse_yaml` gives of a text without faults, in half the time.

    None for a text that has faults, or may have some: that one is for `parse_yaml`.
    """
    if ESCAPE.search(text):
        return None
    parser = _PARSER(text)
    try:
        reader = QuickReader(path, parser.get_event, _KINDS, MAX_DEPTH)
        root = reader.document(len(text))
    except (OddFormError, yaml.YAMLError):
        return None
    return root if reader.nodes <= MAX_NODES else None


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    where: Location
    is_mapping: bool
    is_key: bool = False
    """Whether it stands where a key should; it is then left out with its value."""
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    keys: dict[str, Location] = field(default_factory=dict)
    key: Location | None = None
    """The place of the key that waits for its value."""
    name: str | None = None
    """That key, or None if it is to be left out with its value."""


@dataclass(slots=True)
class _TreeBuilder:
    """Takes the parser's events one by one; never recursive, never unbounded."""

    path: str
    root: Node | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def take(self, event: yaml.Event) -> bool:
        """Whether to go on after this event."""
        if isinstance(event, yaml.ScalarEvent):  # nearly all of them: by the shortest way
            return self._take_text(event)
        if isinstance(event, yaml.NodeEvent):
            self.nodes += 1
            self._take_node(event)
            return self._within_limits(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            return self.documents == 1 or self._refuse_document(event)
        return True

    def _take_text(self, event: yaml.ScalarEvent) -> bool:
        self.nodes += 1
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if event.style == '"' and (hidden := _UNWRITABLE.search(event.value)):
            self.faults.append(escaped_fault(self._where(event), hidden[0]))
            event.value = _UNWRITABLE.sub("", event.value)  # as if it had been deleted
        top = self.stack[-1] if self.stack else None
        if top is not None and top.is_mapping and top.key is None:
            self._take_key(top, event)
        else:
            self._take_scalar(event)
        few = self.nodes <= MAX_NODES and len(self.faults) < MAX_FAULTS
        return few or self._within_limits(event)

    def _take_node(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            found = message(
                "the alias `*{name}` is not read here", name=clip(str(event.anchor))
            )
            self._report("CVC110", event, found, message("write the value out in full"))
            self._place(Scalar(self._where(event), None, "", plain=True))
            return
        self._refuse_marks(event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._open(event)

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            found = message("the anchor `&{name}` is not read here", name=clip(event.anchor))
            self._report("CVC109", event, found, message("remove the anchor"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            written = clip(tag.replace("tag:yaml.org,2002:", "!!"))
            found = message("the tag `{tag}` is not read here", tag=written)
            hint = message("remove the tag, or put a text that starts with `!` in quotes")
            self._report("CVC111", event, found, hint)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        where = self._where(event)
        plain = not event.style
        value = self._resolve(event.value, where) if plain else event.value
        self._place(Scalar(where, value, event.value, plain))

    def _take_key(self, top: _Open, event: yaml.ScalarEvent) -> None:
        key = event.value
        where = self._at(event, child_pointer(top.where.pointer, key))
        top.key, top.name = where, None
        if key.isdecimal() and self._is_after_comma(top, event):
            self._refuse_comma(top, event)
        elif key == "<<" and not event.style:
            found = message("the merge key `<<` is not read here")
            self._report("CVC112", event, found, message("write the keys out in full"))
        elif key in top.keys:
            found = message("the key `{key}` stands twice", key=clip(key))
            first = Note(top.keys[key], message("first here"))
            hint = message("keep one of the two")
            self.faults.append(Diagnostic("CVC113", found, where, (first,), hint))
        else:
            top.keys[key] = where
            top.name = key

    def _is_after_comma(self, top: _Open, event: yaml.ScalarEvent) -> bool:
        """Whether the key is the end of a number such as `62,5`, cut by a flow mapping."""
        number = top.entries[-1].node if top.entries else None
        return (
            isinstance(number, Scalar)
            and number.plain
            and isinstance(number.value, Fraction)
            and not event.style
            and self._at(event, "")[1:3]
            == (number.where.line, number.where.column + len(number.text) + 1)
        )

    def _refuse_comma(self, top: _Open, event: yaml.ScalarEvent) -> None:
        key, where, number = top.entries[-1].key, top.entries[-1].where, top.entries[-1].node
        assert isinstance(number, Scalar)
        whole = number.where._replace(length=len(number.text) + 1 + len(event.value))
        found, hint = comma_number(number.text, event.value)
        self.faults.append(Diagnostic("CVC115", found, whole, hint=hint))
        top.entries[-1] = Entry(key, where, number._replace(value=None))

    def _resolve(self, text: str, where: Location) -> ScalarValue:
        try:
            return plain_meaning(text)
        except OddFormError:
            found, hint = ambiguous_form(text)
            self.faults.append(Diagnostic("CVC115", found, where, hint=hint))
            return None

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        top = self.stack[-1] if self.stack else None
        where = self._where(event)
        is_key = top is not None and top.is_mapping and top.key is None
        if is_key:
            found = message("a key must be a text, not a list or a mapping")
            hint = message("put a text that starts with a bracket or a brace in quotes")
            self._report("CVC114", event, found, hint)
        elif top is not None and top.key is not None:
            where = top.key
        self.stack.append(_Open(where, is_mapping, is_key))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.is_key:
            self.stack[-1].key, self.stack[-1].name = done.where, None
        elif done.is_mapping:
            self._place(Mapping(done.where, tuple(done.entries)))
        else:
            self._place(Sequence(done.where, tuple(done.items)))

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            top.key, top.name = node.where, None
        else:
            if top.name is not None:
                top.entries.append(Entry(top.name, top.key, node))
            top.key = None

    def _refuse_document(self, event: yaml.DocumentStartEvent) -> bool:
        found = message("a second document starts here")
        hint = message("delete this line; move what is another record to a file of its own")
        self._report("CVC108", event, found, hint)
        return False

    def _within_limits(self, event: yaml.Event) -> bool:
        found = beyond_limits(len(self.stack), self.nodes, len(self.faults))
        if found is None:
            return True
        self._report("CVC116", event, found, None)
        self.root = None
        return False

    def _report(
        self, code: str, event: yaml.Event, found: Message, hint: Message | None
    ) -> None:
        self.faults.append(Diagnostic(code, found, self._where(event), hint=hint))

    def _where(self, event: yaml.Event) -> Location:
        """The place of a node that is about to be put where the stack says."""
        if not self.stack:
            return self._at(event, "")
        top = self.stack[-1]
        if not top.is_mapping:
            return self._at(event, child_pointer(top.where.pointer, len(top.items)))
        return self._at(event, top.key.pointer if top.key else top.where.pointer)

    def _at(self, event: yaml.Event, pointer: str) -> Location:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # the parser marks every event
        assert end is not None
        line, column = start.line, start.column
        length = end.column - column if end.line == line else 1
        return Location(self.path, line + 1, column + 1, pointer, length if length > 1 else 1)
