"""Gates that failed, for a terminal or a log: which, and because of what."""

from cvcgen.core.changes import Edit, RecordChange, ScoreChange
from cvcgen.core.changes.gates import Finding, Gate
from cvcgen.reports.changes.items import tell_edit, tell_record, tell_wording
from cvcgen.reports.changes.origins import Tracer
from cvcgen.reports.changes.review import Names
from cvcgen.reports.changes.rows import name_change
from cvcgen.reports.media.terminal import PLAIN, Ink, Palette, escape

MOST_SHOWN = 10
"""How many findings of a gate are named; the others are counted."""


def tell_failure(
    gate: Gate, findings: tuple[Finding, ...], names: Names, palette: Palette = PLAIN
) -> str:
    """The gate, then what went beyond it, one a line."""
    phrases = names.reader.phrases
    count = len(findings)
    said = phrases.many(
        "gate {gate} failed: {count} finding", "gate {gate} failed: {count} findings", count
    )
    head = escape(said.format(gate=gate.written, count=count))
    lines = [f"  {escape(_finding(found, names))}\n" for found in findings[:MOST_SHOWN]]
    more = count - MOST_SHOWN
    if more > 0:
        others = phrases.many("and {count} more", "and {count} more", more)
        lines.append(f"  {others.format(count=more)}\n")
    return f"{palette.ink(Ink.ERROR, head)}\n{''.join(lines)}"


def _finding(found: Finding, names: Names) -> str:
    if isinstance(found, ScoreChange):
        return name_change(found, names)
    tracer = Tracer((), names.reader)
    if isinstance(found, Edit):
        item = tell_edit(found, names, tracer)
    elif isinstance(found, RecordChange):
        item = tell_record(found, names, tracer)
    else:
        item = tell_wording(found, names, tracer)
    said = " · ".join(filter(None, (item.what, item.effect)))
    return f"{said}  {item.trace.where}"
