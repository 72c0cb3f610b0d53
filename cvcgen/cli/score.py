"""`cvcgen score`: the arithmetic of each score, in rows that add up."""

import click

from cvcgen import app
from cvcgen.cli.completion import CLIENTELES, PROJECTS
from cvcgen.cli.exits import Exit
from cvcgen.cli.faults import refuse
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.options import format_option, output_option
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.core.model import ClienteleId, Kind, ProjectId
from cvcgen.phrases import Phrases
from cvcgen.reports.media.terminal import Palette
from cvcgen.reports.reader import Reader, make_reader
from cvcgen.reports.scores import as_csv, as_json, as_markdown, as_text
from cvcgen.reports.scores.sheet import Sheet, sheets

_FORMATS = ("text", "json", "csv", "markdown")


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    projects = click.Argument(
        ["projects"], nargs=-1, metavar=phrases.one("[PROJECT]…"), shell_complete=PROJECTS
    )
    clienteles = click.Option(
        ["--clientele", "clienteles"],
        multiple=True,
        metavar=phrases.one("ID"),
        shell_complete=CLIENTELES,
        help=phrases.one("Only for this clientele; may be given several times."),
    )
    params = [projects, clienteles, format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("score", phrases, _score, params)


@click.pass_obj
def _score(
    session: Session,
    projects: tuple[str, ...],
    clienteles: tuple[str, ...],
    form: str,
    target: str | None,
) -> int:
    evaluated = app.evaluate_site(session.folder)
    checked, board = evaluated.checked, evaluated.scoreboard
    if board is None:
        return refuse(checked, session)
    known = checked.catalogue.ids
    require_known(projects, known(Kind.PROJECT), message("unknown project «{id}»"), session)
    unknown = message("unknown clientele «{id}»")
    require_known(clienteles, known(Kind.CLIENTELE), unknown, session)
    wanted = [ProjectId(word) for word in projects]
    shown = sheets(checked.catalogue, board, wanted, [ClienteleId(one) for one in clienteles])
    palette, reader = session.palette_for(target), make_reader(session.phrases)
    session.deliver(_report(shown, checked, form, palette, reader), target)
    if not shown:
        session.say(session.phrases.one("There is no scorecard to show.") + "\n")
    return Exit.DONE


def _report(
    shown: tuple[Sheet, ...], checked: app.Checked, form: str, palette: Palette, reader: Reader
) -> str:
    catalogue = checked.catalogue
    if form == "json":
        return as_json.report(shown, catalogue, checked.origin, reader)
    if form == "csv":
        return as_csv.report(shown, catalogue, reader)
    if form == "markdown":
        return as_markdown.report(shown, catalogue, reader)
    return as_text.report(shown, catalogue, reader, palette)
