"""`cvcgen rank`: the ranking of each clientele."""

import click

from cvcgen import app
from cvcgen.cli.exits import Exit
from cvcgen.cli.faults import refuse
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.options import format_option, output_option
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Kind
from cvcgen.core.ranking import Ranking, Scoreboard
from cvcgen.phrases import Phrases
from cvcgen.reports.rankings import as_csv, as_json, as_markdown, as_text
from cvcgen.reports.reader import make_reader

_FORMATS = ("text", "json", "csv", "markdown")


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    clienteles = click.Argument(["clienteles"], nargs=-1, metavar=phrases.one("[CLIENTELE]…"))
    params = [clienteles, format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("rank", phrases, _rank, params)


@click.pass_obj
def _rank(session: Session, clienteles: tuple[str, ...], form: str, target: str | None) -> int:
    evaluated = app.evaluate_site(session.folder)
    checked, board = evaluated.checked, evaluated.scoreboard
    if board is None:
        return refuse(checked, session)
    known = checked.catalogue.ids(Kind.CLIENTELE)
    require_known(clienteles, known, message("unknown clientele «{id}»"), session)
    session.deliver(_report(_chosen(board, clienteles), checked, form, target, session), target)
    return Exit.DONE


def _chosen(board: Scoreboard, clienteles: tuple[str, ...]) -> tuple[Ranking, ...]:
    wanted = board.rankings if not clienteles else ()
    named = (one for word in clienteles for one in board.rankings if one.clientele == word)
    return (*wanted, *dict.fromkeys(named))


def _report(
    rankings: tuple[Ranking, ...],
    checked: app.Checked,
    form: str,
    target: str | None,
    session: Session,
) -> str:
    reader, catalogue = make_reader(session.phrases), checked.catalogue
    if form == "json":
        return as_json.report(rankings, catalogue, checked.origin, reader)
    if form == "csv":
        return as_csv.report(rankings, catalogue, reader)
    if form == "markdown":
        return as_markdown.report(rankings, catalogue, reader)
    bars = target is None and session.console.output_is_terminal()
    return as_text.report(rankings, catalogue, reader, session.palette_for(target), bars)
