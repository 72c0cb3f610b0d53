"""The words for a fault of YAML syntax.

The parser's own texts are in its author's terms and in English; each is turned into what
the contributor sees on the line, and how to mend it.
"""

from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic, Location, Message, message

_QUOTE_OPEN = "while scanning a quoted scalar"
_NO_COLON = "while scanning a simple key"


@dataclass(frozen=True, slots=True)
class ParserFault:
    """What the parser said: texts, and places counted from 0."""

    problem: str
    """What it met, in its own words."""
    context: str
    """What it was reading, in its own words; empty where it does not say."""
    line: int
    column: int
    context_line: int | None
    """Where that began, or None."""
    context_column: int | None
    """Likewise, within the line."""


def parser_fault(error: Exception) -> ParserFault:
    """What PyYAML's parser says of a fault, without its classes."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    return ParserFault(
        problem=getattr(error, "problem", None) or "",
        context=getattr(error, "context", None) or "",
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        context_line=context.line if context else None,
        context_column=context.column if context else None,
    )


def syntax_fault(path: str, lines: tuple[str, ...], fault: ParserFault) -> Diagnostic:
    """The diagnostic for a text that is not YAML.

    A tab has a code of its own: it is invisible, and the most frequent of all.
    """
    tab = _tab_in_indentation(path, lines, fault)
    if tab is not None:
        return tab
    line, column = fault.line, fault.column
    if fault.context in (_QUOTE_OPEN, _NO_COLON) or "flow" in fault.context:
        line = fault.line if fault.context_line is None else fault.context_line
        column = fault.column if fault.context_column is None else fault.context_column
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    found, hint = _wording(fault, lines)
    return Diagnostic("CVC106", found, Location(path, line + 1, column + 1), hint=hint)


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


def _wording(  # noqa: PLR0911 - one return per kind of fault
    fault: ParserFault, lines: tuple[str, ...]
) -> tuple[Message, Message]:
    problem = fault.problem
    if "mapping values are not allowed" in problem:
        return (
            message("a second `: ` on this line, or a wrong indentation"),
            message('put a text that holds `: ` in quotes: `"…: …"`'),
        )
    if fault.context == _QUOTE_OPEN:
        return (
            message("this quote is never closed"),
            message("close it; inside '…' write an apostrophe twice: ''"),
        )
    if "unknown escape" in problem or "hexdecimal" in problem:
        return (
            message('a `\\` inside "…" starts an escape that does not exist'),
            message("use '…' instead of \"…\", or write the `\\` twice"),
        )
    if "cannot start any token" in problem:
        return (
            message("a text cannot start with `{character}`", character=_at(lines, fault)),
            message("put the text in quotes"),
        )
    if "flow" in fault.context:
        return (
            message("this bracket is never closed, or a comma is missing"),
            message("write the list or mapping on lines of its own, or close it"),
        )
    if "expected ':'" in problem:
        return (
            message("this line is neither `key: value` nor `- item`"),
            message("write `: ` after the key, or indent the line under its text"),
        )
    if _after_quote(lines, fault):
        return (
            message("a text in quotes ended here, and more follows"),
            message("inside '…' write an apostrophe twice: ''; or use \"…\""),
        )
    if "block" in fault.context or "expected <document start>" in problem:
        return (
            message("this line does not fit the lines above it"),
            message("indent it by as many spaces as its neighbours; one item, one line"),
        )
    return (
        message("this is not YAML from here on"),
        message("compare the indentation and the quotes with the lines above"),
    )


def _after_quote(lines: tuple[str, ...], fault: ParserFault) -> bool:
    """Whether what the parser did not expect follows a quote, as in `'L'attente'`."""
    line = lines[fault.line] if fault.line < len(lines) else ""
    return line[: fault.column].rstrip(" ")[-1:] in ("'", '"')


def _at(lines: tuple[str, ...], fault: ParserFault) -> str:
    line = lines[fault.line] if fault.line < len(lines) else ""
    return line[fault.column : fault.column + 1] or "?"
