"""`cvcgen new`: a new file for a project, a clientele, a value or a rubric."""

import click

from cvcgen.cli.completion import CLIENTELES
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.session import Session
from cvcgen.contributing.newrecords import NewRecord, UnknownWord, create_record
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Kind
from cvcgen.phrases import Phrases

_KINDS = {
    "project": Kind.PROJECT,
    "clientele": Kind.CLIENTELE,
    "value": Kind.VALUE,
    "rubric": Kind.RUBRIC,
}


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    params: list[click.Parameter] = [
        click.Argument(["kind"], type=click.Choice(list(_KINDS))),
        click.Argument(["name"], metavar=one("NAME")),
        click.Option(
            ["--title"],
            metavar=one("TEXT"),
            help=one("The title or name to show; by default NAME."),
        ),
        click.Option(
            ["--clientele", "clienteles"],
            multiple=True,
            metavar=one("ID"),
            shell_complete=CLIENTELES,
            help=one("Rate a project for this clientele; may be given several times."),
        ),
    ]
    return Command("new", phrases, _new, params)


@click.pass_obj
def _new(
    session: Session, kind: str, name: str, title: str | None, clienteles: tuple[str, ...]
) -> int:
    context = click.get_current_context()
    if clienteles and kind != "project":
        said = session.phrases.one("--clientele goes with `cvcgen new project` alone")
        raise click.UsageError(said, context)
    try:
        wanted = NewRecord(_KINDS[kind], name, title, clienteles)
        path = create_record(session.folder, wanted, session.phrases)
    except UnknownWord as error:
        require_known([error.word], error.known, error.message, session)
        raise
    session.console.data(f"{session.folder / path}\n")
    advice = message("Open it in an editor and fill it in; `cvcgen check` tells what is wrong.")
    session.say(f"{session.phrases.say(advice)}\n")
    return Exit.DONE
