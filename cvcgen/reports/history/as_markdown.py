"""A history as Markdown, for minutes and wikis."""

from collections.abc import Iterator

from cvcgen.core.diagnostics import message
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.history.teller import Line, Story, Teller
from cvcgen.reports.media.markdown import escape, table
from cvcgen.reports.reader import Reader

_RIGHT = [False, False, True, True, False, False]


def report(chronicle: Chronicle, reader: Reader) -> str:
    """A section with a table for each series, oldest first."""
    stories = Teller(chronicle, reader).stories()
    return "\n".join(_story(story, reader) for story in stories)


def _story(story: Story, reader: Reader) -> str:
    one = reader.phrases.one
    head = [one("Date"), one("Commit"), one("Score"), one("Change"), one("Rank"), one("Why")]
    rows = [_cells(line, reader) for line in story.lines]
    return f"## {escape(story.title)}\n\n{table([head, *rows], _RIGHT)}"


def _cells(line: Line, reader: Reader) -> list[str]:
    why = "<br>".join(_why(line, reader))
    cells = (line.date, line.commit, line.score, line.delta, line.rank)
    return [*(escape(cell) for cell in cells), why]


def _why(line: Line, reader: Reader) -> Iterator[str]:
    for fact in line.breaks:
        said = reader.say(message("measured otherwise from here: {what}", what=fact))
        yield f"**{escape(said)}**"
    if line.gap:
        yield escape(reader.say(message("not known: {why}", why=line.gap)))
    yield from (escape(cause) for cause in line.causes)
