"""`cvcgen build`: the site, written to a folder."""

from pathlib import Path

import click

from cvcgen import app
from cvcgen.cli.exits import Exit
from cvcgen.cli.faults import refuse
from cvcgen.cli.group import Command
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.phrases import Phrases
from cvcgen.reports.changes.origins import named_origin
from cvcgen.reports.diagnostics.summary import count, sentence
from cvcgen.reports.reader import make_reader


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    folder = click.Option(
        ["-o", "--output-dir", "directory"],
        metavar=phrases.one("DIR"),
        help=phrases.one("Where to write; by default `site` in the site's folder."),
    )
    base = click.Option(
        ["--compare", "base"],
        metavar=phrases.one("BASE"),
        help=phrases.one(
            "Show on the pages what differs from this state, named as for `cvcgen diff`."
        ),
    )
    return Command("build", phrases, _build, [folder, base])


@click.pass_obj
def _build(session: Session, directory: str | None, base: str | None) -> int:
    target = None if directory is None else Path(directory)
    built = app.build(session.folder, target, base)
    checked = built.evaluated.checked
    if built.written is None:
        if base is not None:
            state = named_origin(checked.origin, make_reader(session.phrases))
            said = message("nothing is compared: there are errors in {state}", state=state)
            session.console.talk(f"{session.phrases.say(said)}\n\n")
        return refuse(checked, session)
    if checked.diagnostics:
        found = sentence(count(checked.diagnostics), len(checked.texts), session.phrases)
        advice = message("{found}: see `cvcgen check`", found=found)
        session.say(f"{session.phrases.say(advice)}\n")
    counts = message(
        "Files written: {written}, unchanged: {unchanged}, removed: {removed}",
        written=built.written.written,
        unchanged=built.written.unchanged,
        removed=built.written.removed,
    )
    page = message("Open in a browser: {page}", page=built.directory.resolve() / "index.html")
    session.say(f"{session.phrases.say(counts)}\n{session.phrases.say(page)}\n")
    return Exit.DONE
