"""Content with errors, where a command needs sound content: its faults, and no more."""

from typing import TYPE_CHECKING

from cvcgen.cli.exits import Exit
from cvcgen.cli.session import Session

if TYPE_CHECKING:  # a command that succeeds needs nothing of it
    from cvcgen.app import Checked


def refuse(checked: "Checked", session: Session) -> Exit:
    """Prints the diagnostics as talk; gives the code to exit with."""
    # Imported late, like what it writes for: most contents have no fault.
    from cvcgen.reports.diagnostics import as_text  # noqa: PLC0415

    palette = session.console.talk_palette()
    found = as_text.report(checked.diagnostics, checked.texts, session.phrases, palette)
    session.console.talk(found)
    return Exit.FINDINGS
