"""The words for a fault of YAML syntax.

The parser's own texts are in its author's terms and in English; each is turned into what
the contributor sees on the line, and how to mend it.
"""

import re
from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic, Location, Message, message
from cvcgen.sources.dedented import dedented_fault
from cvcgen.sources.limits import MAX_KEY
from cvcgen.sources.misfit import bullet_fault, misfit_fault
from cvcgen.sources.oddspaces import ODD_SPACES, odd_space
from cvcgen.sources.parserfault import ParserFault
from cvcgen.sources.pasted import pasted_fault
from cvcgen.sources.unclosed import unclosed_fault

_ODD_SPACE = re.compile(rf" *+(?:-|[^:#\"']*+:|)([{ODD_SPACES}])")
"""A space that is none to YAML, in the indentation or after the line's first mark.

Nothing in it is matched in two ways: a line may hold 200,000 characters.
"""
_ODD_INDENTATION = re.compile(rf" *+([{ODD_SPACES}])\s*+(?:- ++)*+[\w.-]++:(?: |$)")
"""Such a space before a key: not where a paragraph of a text starts with one."""
_MARGIN = re.compile(r" *+(?:- *+)*+")
"""What a line starts with before its first key."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """What a fault is in our words."""

    said: str
    """What the parser says of it, among other things."""
    found: Message
    hint: Message
    is_of_start: bool = False
    """Whether it is where the parser began to read something, not where it stopped."""
    before: int = 0
    """How many characters before where the parser stopped it is."""


_MARKS = {"CVC109", "CVC110", "CVC111"}
"""What is said of anchors, aliases and tags."""
_TWICE = "CVC113"
_QUOTES = message("put the text in quotes")
_NOT_KNOWN = message("write `null` for what is not known yet, or put the text in quotes")
_START = message("a text cannot start with `{character}`")
_NO_ESCAPE = (
    message('a `\\` inside "…" starts an escape that does not exist'),
    message("use '…' instead of \"…\", or write the `\\` twice"),
)
_NO_ENTRY = (
    message("this line is neither `key: value` nor `- item`"),
    message("write `: ` after the key, or indent the line under its text"),
)
_WORDINGS = (
    _Wording(
        "mapping values are not allowed",
        message("a second `: ` on this line, or a wrong indentation"),
        message('put a text that holds `: ` in quotes: `"…: …"`'),
    ),
    _Wording(
        "while scanning a quoted scalar",
        message("this quote is never closed"),
        message("close it; inside '…' write an apostrophe twice: ''"),
        is_of_start=True,
    ),
    _Wording("unknown escape", *_NO_ESCAPE),
    _Wording("hexdecimal", *_NO_ESCAPE, before=2),
    _Wording(
        "invalid Unicode character escape",
        message('a `\\` inside "…" writes half a character, or none'),
        message("write the character itself"),
        before=2,
    ),
    _Wording("cannot start any token", _START, _QUOTES),
    _Wording("mapping keys are not allowed", _START, _QUOTES),
    _Wording("while scanning an a", _START, _QUOTES, is_of_start=True),  # alias, anchor
    _Wording("undefined tag handle", _START, _QUOTES, is_of_start=True),
    _Wording(
        "directive",
        message("a line cannot start with `%` here"),
        message("remove the line, or put the text in quotes"),
        is_of_start=True,
    ),
    _Wording("ing a tag", _START, _QUOTES, is_of_start=True),  # parsing, scanning
    _Wording(
        "sequence entries are not allowed",
        message("a list cannot start here"),
        message("start it on the line below its key, or put the text in quotes"),
    ),
    _Wording(
        "while scanning a block scalar",
        message("a text after `{character}` starts on the next line"),
        message("write it on the line below, or put the text in quotes"),
        is_of_start=True,
    ),
    _Wording(
        "flow",
        message("this bracket is never closed, or a comma is missing"),
        message("write the list or mapping on lines of its own, or close it"),
        is_of_start=True,
    ),
    _Wording("while scanning a simple key", *_NO_ENTRY, is_of_start=True),
    _Wording("expected ':'", *_NO_ENTRY),
)
"""The first that fits is the right one."""
_AFTER = {
    **dict.fromkeys(
        "'\"",
        (
            message("a text in quotes ended here, and more follows"),
            message("inside '…' write an apostrophe twice: ''; or use \"…\""),
        ),
    ),
    **dict.fromkeys(
        "]}",
        (
            message("a list or mapping ended here, and more follows"),
            message("put a text that starts with a bracket or a brace in quotes"),
        ),
    ),
}
"""What a fault is that follows such a character."""
_UNFIT = (
    message("this line does not fit the lines above it"),
    message("indent it by as many spaces as its neighbours; one item, one line"),
)
_OTHER = (
    message("this is not YAML from here on"),
    message("compare the indentation and the quotes with the lines above"),
)


def syntax_fault(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic:
    """The diagnostic for a text that is not YAML.

    A tab has a code of its own: it is invisible, and the most frequent of all. So has a key
    that is YAML, and too long for its readers.
    """
    found = (
        _tab_in_indentation(path, lines, fault)
        or pasted_fault(path, lines, fault)
        or _odd_space(path, lines, fault)
        or _long_key(path, lines, fault)
        or unclosed_fault(path, lines, fault)
        or dedented_fault(path, lines, fault)
        or bullet_fault(path, lines, fault)
        or misfit_fault(path, lines, fault)
    )
    if found is not None:
        return found
    told = f"{fault.problem}, {fault.context}"
    known = next((one for one in _WORDINGS if one.said in told), None)
    line, column = fault.line, fault.column - (known.before if known else 0)
    if known and known.is_of_start and fault.context_line is not None:
        line, column = fault.context_line, fault.context_column or 0
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    what, hint = (known.found, known.hint) if known else _unexpected(lines[line], column, told)
    if lines[line][column:].strip() in {"?", "-"}:
        hint = _NOT_KNOWN
    shown = message(what.template, character=lines[line][column : column + 1] or "?")
    return Diagnostic("CVC106", shown, Location(path, line + 1, column + 1), hint=hint)


def with_last(faults: list[Diagnostic], last: Diagnostic) -> tuple[Diagnostic, ...]:
    """The faults up to the one that nothing can be read after.

    A key that stands twice further below was not read as it was meant.
    """
    faults = [
        one for one in faults if one.code != _TWICE or one.location[1:3] < last.location[1:3]
    ]
    *others, mark = faults or [last]
    both = _text_of_mark(mark, last) if mark.code in _MARKS else None
    return (*faults, last) if both is None else (*others, both)


def _text_of_mark(mark: Diagnostic, fault: Diagnostic) -> Diagnostic | None:
    """The one fault of a text such as `&co, and more`, which starts as an anchor does.

    `mark` is what was said of the anchor, alias or tag, `fault` of what follows it. None
    where they are two.
    """
    start, after = mark.location, fault.location
    if start[:2] != after[:2] or start.column + start.length != after.column:
        return None
    sign = "*" if mark.code == "CVC110" else "&" if mark.code == "CVC109" else "!"
    found = message(_START.template, character=sign)
    return Diagnostic("CVC106", found, start._replace(length=1), hint=_QUOTES)


def _tab_in_indentation(
    path: str, lines: tuple[str, ...], fault: ParserFault
) -> Diagnostic | None:
    for number in (fault.line, fault.line - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        indentation = line[: len(line) - len(line.lstrip(" \t"))]
        column = indentation.find("\t")
        if (
            column < 0
            and number == fault.line
            and line[fault.column : fault.column + 1] == "\t"
        ):
            column = fault.column
        if column >= 0:
            return Diagnostic(
                "CVC107",
                message("a tab stands where YAML takes only spaces"),
                Location(path, number + 1, column + 1),
                hint=message("replace each tab by two spaces"),
            )
    return None


def _odd_space(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say where a space that only looks like one may have brought the fault about."""
    last = min(fault.line, len(lines) - 1)
    odd = [(_ODD_INDENTATION, number) for number in range(last + 1)]
    odd += [(_ODD_SPACE, number) for number in (last, last - 1) if number >= 0]
    for pattern, number in odd:
        spaced = pattern.match(lines[number])
        if spaced is not None:
            return odd_space(Location(path, number + 1, spaced.start(1) + 1))
    return None


def _long_key(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic | None:
    """What to say where the parser met a colon too far from where its key begins."""
    line = lines[fault.line] if fault.line < len(lines) else ""
    if fault.column <= MAX_KEY or line[fault.column : fault.column + 1] != ":":
        return None
    start = _start_of_key(lines, fault)
    if start < 0 or fault.column - start <= MAX_KEY:
        return None
    length = len(line[start : fault.column].rstrip(" "))
    return Diagnostic(
        "CVC116",
        message("a key longer than {limit} characters", limit=MAX_KEY),
        Location(path, fault.line + 1, start + 1, length=length),
        hint=message("shorten it; a text belongs after the colon"),
    )


def _start_of_key(lines: tuple[str, ...], fault: ParserFault) -> int:
    """From 0, where the key begins that a colon stands after; -1 where it is that of none."""
    if "simple key" in fault.context:
        same = fault.context_line == fault.line
        return fault.context_column or 0 if same else -1
    words = lines[fault.line][: fault.column].rstrip(" ")
    quote = words[-1] if words.endswith(("'", '"')) else ""
    if "flow" in fault.context:
        if quote:
            return words.rfind(quote, 0, -1)
        start = max(map(words.rfind, ",[{")) + 1
        return start + len(words[start:]) - len(words[start:].lstrip(" "))
    found = _MARGIN.match(words)
    start = found.end() if found else 0
    of_text = ": " in words if not quote or words[start] != quote else False
    return start if _begins_mapping(lines, fault.line) and not of_text else -1


def _begins_mapping(lines: tuple[str, ...], number: int) -> bool:
    """Whether the line, counted from 0, may hold the first key of a mapping."""
    if lines[number].lstrip(" ").startswith("- "):
        return True
    above = (lines[one].strip() for one in range(number - 1, -1, -1))
    return next((one for one in above if one and one[0] != "#"), ":").endswith((":", "---"))


def _unexpected(line: str, column: int, told: str) -> tuple[Message, Message]:
    """What stands there that the parser did not expect, and how to mend it."""
    here, before = line[column : column + 1], line[:column].rstrip(" ")[-1:]
    if here in ("]", "}"):
        return (
            message("this bracket closes none that is open"),
            message("delete it, or put the text in quotes"),
        )
    if before in _AFTER:
        return _AFTER[before]
    if here == ",":
        return _START, _QUOTES
    return _UNFIT if "block" in told or "expected <document start>" in told else _OTHER
