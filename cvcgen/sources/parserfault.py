"""What the parser of YAML said of a fault, and how far it had come, without its classes."""

from dataclasses import dataclass, field
from typing import Any

_ENDS = {"MappingEndEvent", "SequenceEndEvent"}


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a text, counted from 0."""

    line: int
    column: int


@dataclass(slots=True)
class Reached:
    """How far a file was read, as the parser's events tell."""

    text: tuple[Spot, Spot] | None = None
    """Where the last text in quotes starts and ends; None where a plain one came after it."""
    _open: list[Spot | None] = field(default_factory=list)
    """Where the lists and mappings start that are open; None for those without brackets."""

    def take(self, event: Any) -> None:
        """Goes on by one event of the parser."""
        is_text, is_flow = hasattr(event, "style"), getattr(event, "flow_style", None)
        if is_text:
            self.text = _span(event) if event.style in ("'", '"') else None
        elif is_flow is not None:
            end = _span(event)[1]  # an anchor or a tag may stand before the bracket
            self._open.append(Spot(end.line, end.column - 1) if is_flow else None)
        elif type(event).__name__ in _ENDS:
            self._open.pop()

    @property
    def brackets(self) -> tuple[Spot, ...]:
        """Where those that are still open were opened, the outermost first."""
        return tuple(spot for spot in self._open if spot is not None)


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
    brackets: tuple[Spot, ...]
    """Where those that are open were opened, the outermost first."""
    text: tuple[Spot, Spot] | None
    """Where the last text started and ended, if it was one in quotes."""

    @property
    def spot(self) -> Spot:
        """Where the parser stopped."""
        return Spot(self.line, self.column)


def parser_fault(error: Exception, reached: Reached) -> ParserFault:
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
        brackets=reached.brackets,
        text=reached.text,
    )


def _span(event: Any) -> tuple[Spot, Spot]:
    start, end = event.start_mark, event.end_mark
    return Spot(start.line, start.column), Spot(end.line, end.column)
