"""`cvcgen export`: what people fill in elsewhere, as a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from cvcgen import app
from cvcgen.cli.completion import CLIENTELES, PROJECTS, offer_files
from cvcgen.cli.exits import Exit
from cvcgen.cli.faults import refuse
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.named import NAMED
from cvcgen.cli.session import Session
from cvcgen.contributing.gridexport import GridExport, export_grids
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.core.diagnostics import has_errors, message
from cvcgen.phrases import Phrases

_KINDS = ("grid",)


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    params: list[click.Parameter] = [
        click.Argument(["kind"], type=click.Choice(_KINDS)),
        click.Argument(
            ["project"], required=False, metavar=one("[PROJECT]"), shell_complete=PROJECTS
        ),
        click.Option(
            ["--clientele", "clienteles"],
            multiple=True,
            metavar=one("ID"),
            shell_complete=CLIENTELES,
            help=one("Only for this clientele; may be given several times."),
        ),
        click.Option(
            ["--blank"],
            multiple=True,
            metavar=one("ID"),
            shell_complete=CLIENTELES,
            help=one("A blank grid for this clientele; may be given several times."),
        ),
        click.Option(
            ["--to", "target"],
            type=NAMED,
            metavar=one("FILE"),
            shell_complete=offer_files,
            help=one("The file to write: .xlsx or .csv."),
        ),
        click.Option(
            ["--force"],
            is_flag=True,
            help=one("Replace a file that exists, filled in or not."),
        ),
    ]
    return Command("export", phrases, _export, params)


@click.pass_obj
def _export(session: Session, /, **options: Any) -> int:
    wanted = _wanted(session, options)
    checked = app.check(session.folder)
    if has_errors(checked.diagnostics):
        return refuse(checked, session)
    try:
        done = export_grids(checked, wanted, session.phrases)
    except UnknownWord as error:
        require_known([error.word], error.known, error.message, session)
        raise
    session.console.data(f"{wanted.target}\n")
    told = [*done.unrated, message("Grids written: {count}", count=done.count)]
    session.say("".join(f"{session.phrases.say(one)}\n" for one in told))
    return Exit.DONE


def _wanted(session: Session, options: Mapping[str, Any]) -> GridExport:
    project, clienteles, blank = (options[name] for name in ("project", "clienteles", "blank"))
    if bool(project) == bool(blank) or (blank and clienteles):
        said = session.phrases.one("say either PROJECT, with --clientele or not, or --blank")
        raise click.UsageError(said, click.get_current_context())
    if options["target"] is None:
        said = session.phrases.one("say with --to which file to write")
        raise click.UsageError(said, click.get_current_context())
    target = Path(options["target"])
    return GridExport(target, project, clienteles or blank, options["force"])
