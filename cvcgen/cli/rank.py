"""`cvcgen rank`: the ranking of each clientele, today, at a revision, or what if."""

import click

from cvcgen import app
from cvcgen.cli.completion import CLIENTELES
from cvcgen.cli.exits import Exit
from cvcgen.cli.faults import refuse
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.named import NAMED
from cvcgen.cli.options import format_option, output_option, state_of
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import has_errors, message
from cvcgen.core.model import Kind
from cvcgen.core.ranking import Ranking, Scoreboard
from cvcgen.phrases import Phrases
from cvcgen.reports.rankings import as_csv, as_json, as_markdown, as_text
from cvcgen.reports.rankings.states import tell_states
from cvcgen.reports.reader import make_reader

_FORMATS = ("text", "json", "csv", "markdown")


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    clienteles = click.Argument(
        ["clienteles"], nargs=-1, metavar=one("[CLIENTELE]…"), shell_complete=CLIENTELES
    )
    helps = {
        "--at": one("The rankings as of this revision, or of a day such as 2022-09-01."),
        "--weights-from": one("What if: under the weights of this revision or day."),
        "--ratings-from": one("What if: with the ratings of this revision or day."),
    }
    states = [
        click.Option([k], type=NAMED, callback=state_of, metavar=one("REV|DATE"), help=v)
        for k, v in helps.items()
    ]
    report = [format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("rank", phrases, _rank, [clienteles, *states, *report])


@click.pass_obj
def _rank(  # noqa: PLR0913, PLR0917 - one argument for each of the command's
    session: Session,
    clienteles: tuple[str, ...],
    at: str | None,
    weights_from: str | None,
    ratings_from: str | None,
    form: str,
    target: str | None,
) -> int:
    states = (ratings_from or at, weights_from or at)
    ranked = app.rank_states(session.folder, *states, clienteles)
    for side in (ranked.ratings, ranked.weights):
        if has_errors(side.diagnostics):
            return refuse(side, session)
    known = ranked.ratings.catalogue.ids(Kind.CLIENTELE)
    require_known(clienteles, known, message("unknown clientele «{id}»"), session)
    board = ranked.scoreboard
    if board is None:
        return _tell_misfits(ranked, session)
    shown = _chosen(board, clienteles)
    session.deliver(_report(shown, ranked, form, target, session), target)
    return Exit.DONE


def _tell_misfits(ranked: app.Ranked, session: Session) -> Exit:
    reader = make_reader(session.phrases)
    states = tell_states(ranked.ratings.origin, ranked.weights.origin, reader)
    session.console.talk(f"{states}\n")
    for misfit in ranked.misfits:
        session.console.talk(f"  {reader.say(misfit)}\n")
    session.console.talk(
        session.phrases.one("Nothing is ranked: these ratings and weights do not fit.") + "\n"
    )
    return Exit.FINDINGS


def _chosen(board: Scoreboard, clienteles: tuple[str, ...]) -> tuple[Ranking, ...]:
    wanted = board.rankings if not clienteles else ()
    named = (one for word in clienteles for one in board.rankings if one.clientele == word)
    return (*wanted, *dict.fromkeys(named))


def _report(
    rankings: tuple[Ranking, ...],
    ranked: app.Ranked,
    form: str,
    target: str | None,
    session: Session,
) -> str:
    reader, catalogue = make_reader(session.phrases), ranked.catalogue
    origins = (ranked.ratings.origin, ranked.weights.origin)
    states = tell_states(*origins, reader)
    if form == "json":
        return as_json.report(rankings, catalogue, origins[0], reader, origins[1])
    if form == "csv":
        return as_csv.report(rankings, catalogue, reader, origins)
    if form == "markdown":
        return as_markdown.report(rankings, catalogue, reader, states)
    bars = target is None and session.console.output_is_terminal()
    palette = session.palette_for(target)
    return as_text.report(rankings, catalogue, reader, palette, bars, states)
