"""`cvcgen import`: filled grids and tables of projects, taken over into the content."""

from pathlib import Path

import click

from cvcgen.cli.completion import CLIENTELES, offer_files
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.named import NAMED
from cvcgen.cli.session import Session
from cvcgen.contributing.importing import Import, Imported, import_spreadsheets
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.core.diagnostics import Message, message
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics import as_text


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    params: list[click.Parameter] = [
        click.Argument(
            ["files"],
            nargs=-1,
            required=True,
            type=NAMED,
            metavar=one("FILE…"),
            shell_complete=offer_files,
        ),
        click.Option(
            ["--clientele"],
            metavar=one("ID"),
            shell_complete=CLIENTELES,
            help=one("Whom the ratings are for, where a file does not say it itself."),
        ),
        click.Option(
            ["--update"], is_flag=True, help=one("Change project files that exist already.")
        ),
        click.Option(
            ["--check"], is_flag=True, help=one("Write nothing; exit with 1 if it would.")
        ),
    ]
    return Command("import", phrases, _import, params)


@click.pass_obj
def _import(
    session: Session, files: tuple[str, ...], clientele: str | None, update: bool, check: bool
) -> int:
    paths = tuple(Path(file) for file in files)
    wanted = Import(paths, clientele, update=update, write=not check)
    try:
        done = import_spreadsheets(session.folder, wanted, session.phrases)
    except UnknownWord as error:
        require_known([error.word], error.known, error.message, session)
        raise
    if done.diagnostics:
        palette = session.console.talk_palette()
        found = as_text.report(done.diagnostics, done.texts, session.phrases, palette)
        session.console.talk(found)
        said = session.phrases.say(message("Nothing was written."))
        session.console.talk(f"{said}\n")
        return Exit.FINDINGS
    session.console.data("".join(f"{path}\n" for path in (*done.created, *done.updated)))
    session.say("".join(f"{session.phrases.say(one)}\n" for one in _told(done, check)))
    return Exit.FINDINGS if check and (done.created or done.updated) else Exit.DONE


def _told(done: Imported, check: bool) -> list[Message]:
    counts = {
        "created": len(done.created),
        "updated": len(done.updated),
        "unchanged": len(done.unchanged),
    }
    counted = (
        message(
            "To create: {created}; to change: {updated}; as they are: {unchanged}", **counts
        )
        if check
        else message(
            "Created: {created}; changed: {updated}; as they were: {unchanged}", **counts
        )
    )
    return [*(message("not read: {path}", path=path) for path in done.ignored), counted]
