"""`cvcgen schema`: schemas that know the site's own ids and levels, for editors."""

from pathlib import Path

import click

from cvcgen.cli.completion import offer_folders
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.named import NAMED
from cvcgen.cli.session import Session
from cvcgen.contributing.editorschemas import write_schemas
from cvcgen.core.diagnostics import message
from cvcgen.phrases import Phrases


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    folder = click.Option(
        ["--output", "directory"],
        type=NAMED,
        metavar=phrases.one("DIR"),
        shell_complete=offer_folders,
        help=phrases.one("Where to write; by default `.cvcgen/schemas` in the site's folder."),
    )
    return Command("schema", phrases, _schema, [folder])


@click.pass_obj
def _schema(session: Session, directory: str | None) -> int:
    output = None if directory is None else Path(directory)
    folder = write_schemas(session.folder, output, session.phrases)
    said = message("Schemas for editors: {folder}", folder=folder)
    session.say(f"{session.phrases.say(said)}\n")
    return Exit.DONE
