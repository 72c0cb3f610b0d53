"""`cvcgen fmt`: files in their canonical form."""

from pathlib import Path

import click

from cvcgen.cli.completion import offer_files
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.named import NAMED
from cvcgen.cli.session import Session
from cvcgen.contributing.formatting import Formatted, format_site
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.core.diagnostics import message
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics import as_text


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    params: list[click.Parameter] = [
        click.Argument(
            ["paths"],
            nargs=-1,
            type=NAMED,
            metavar=one("[PATH]…"),
            shell_complete=offer_files,
        ),
        click.Option(
            ["--check"], is_flag=True, help=one("Write nothing; exit with 1 if it would.")
        ),
    ]
    return Command("fmt", phrases, _fmt, params)


@click.pass_obj
def _fmt(session: Session, paths: tuple[str, ...], check: bool) -> int:
    named = [Path(path) for path in paths]
    try:
        done = format_site(session.folder, named, write=not check)
    except UnknownWord as error:
        require_known([error.word], error.known, error.message, session)
        raise
    _tell(done, check, session)
    incomplete = done.left or done.diagnostics
    return Exit.FINDINGS if incomplete or (check and done.changed) else Exit.DONE


def _tell(done: Formatted, check: bool, session: Session) -> None:
    """The files that change as data, what is left alone as talk."""
    session.console.data("".join(f"{path}\n" for path in done.changed))
    for path in done.left:
        said = message("`{path}` stays as it is: rewriting it would lose something", path=path)
        session.console.talk(f"{session.phrases.say(said)}\n")
    if done.diagnostics:
        palette = session.console.talk_palette()
        found = as_text.report(done.diagnostics, done.texts, session.phrases, palette)
        session.console.talk(found)
    count = len(done.changed)
    counted = (
        message("Files to format: {count}", count=count)
        if check
        else message("Files formatted: {count}", count=count)
    )
    session.say(f"{session.phrases.say(counted)}\n")
