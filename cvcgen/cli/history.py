"""`cvcgen history`: each score and rank over time, and why it changed."""

from collections.abc import Collection, Sequence
from itertools import chain

import click

from cvcgen import app
from cvcgen.cli.completion import CLIENTELES, PROJECTS
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.named import NAMED
from cvcgen.cli.options import format_option, output_option
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Kind, ProjectId
from cvcgen.core.trend import present_ids
from cvcgen.phrases import Phrases
from cvcgen.reports.history import as_atom, as_csv, as_json, as_markdown, as_text
from cvcgen.reports.history.chronicle import Chronicle
from cvcgen.reports.pieces import Pieces
from cvcgen.reports.reader import make_reader

_FORMATS = ("text", "json", "csv", "markdown", "atom")
_DRAWN = {
    "json": as_json.report,
    "csv": as_csv.report,
    "markdown": as_markdown.report,
    "atom": as_atom.report,
}


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    projects = click.Argument(
        ["projects"], nargs=-1, metavar=one("[PROJECT]…"), shell_complete=PROJECTS
    )
    clienteles = click.Option(
        ["--clientele", "clienteles"],
        multiple=True,
        metavar=one("ID"),
        shell_complete=CLIENTELES,
        help=one("Only for this clientele; may be given several times."),
    )
    since = click.Option(
        ["--since"],
        type=NAMED,
        metavar=one("REV|DATE"),
        help=one("Start from this revision, or from a day such as 2022-09-01."),
    )
    limit = click.Option(
        ["--limit"],
        type=click.IntRange(min=1),
        metavar=one("N"),
        help=one("Only the last N changes of the content."),
    )
    report = [format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("history", phrases, _history, [projects, clienteles, since, limit, *report])


@click.pass_obj
def _history(  # noqa: PLR0913, PLR0917 - one argument for each of the command's
    session: Session,
    projects: tuple[str, ...],
    clienteles: tuple[str, ...],
    since: str | None,
    limit: int | None,
    form: str,
    target: str | None,
) -> int:
    past = app.find_past(session.folder, since, limit)
    palette = session.palette_for(target)

    def draw(told: app.History) -> Pieces:
        series = told.trend.series
        ids = present_ids(series)
        _refuse_uncommitted(projects, ids, session)
        require_known(projects, ids, message("unknown project «{id}»"), session)
        known = {one.clientele for one in series}
        require_known(clienteles, known, message("unknown clientele «{id}»"), session)
        named = tuple(dict.fromkeys(ids[ProjectId(word)] for word in projects))
        chronicle = Chronicle(told.trend, named, clienteles, told.identity, told.whole)
        reader = make_reader(session.phrases)
        if form == "text":
            return as_text.report(chronicle, reader, palette)
        return _DRAWN[form](chronicle, reader)

    wanted = (*projects, "", *clienteles)
    asked = (form, session.phrases.language, str(palette.coloured), *wanted)
    texts = filter(None, app.recall(past, asked, draw))
    begun = next(texts, "")
    session.deliver(chain((begun,), texts), target)
    # The other formats than text and Markdown have a head that is never empty.
    if not begun and len(past.span.revisions) > 1:
        session.say(session.phrases.one("There is no score to tell of.") + "\n")
    _say_what_lacks(past, since, since is None and limit is None, session)
    return Exit.DONE


def _refuse_uncommitted(
    projects: Sequence[str], known: Collection[str], session: Session
) -> None:
    """Raises a usage error for a project that only the folder has."""
    for word in projects:
        if word not in known and word in app.list_ids(session.folder, Kind.PROJECT):
            said = message(
                "project «{id}» is in no revision that can be read: commit it, or mend what is"
                " committed",
                id=word,
            )
            raise click.UsageError(session.phrases.say(said), click.get_current_context())


def _say_what_lacks(
    past: app.Past, since: str | None, unbounded: bool, session: Session
) -> None:
    """What a reader of the report would miss and cannot see there."""
    one = session.phrases.one
    if unbounded and not past.span.whole:
        session.say(f"{session.phrases.say(app.STARTS_LATE)}\n")
    if len(past.span.revisions) > 1:
        return
    if since is not None and not past.span.whole:
        said = message("The content has not changed since {since}.", since=since)
        session.say(f"{session.phrases.say(said)}\n")
    else:
        session.say(one("One revision only: there is nothing to compare it with yet.") + "\n")
