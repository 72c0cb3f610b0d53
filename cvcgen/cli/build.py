"""`cvcgen build`: the site, written to a folder."""

from pathlib import Path

import click

from cvcgen import app
from cvcgen.cli.completion import offer_folders
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.named import NAMED
from cvcgen.cli.progress import show_progress
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics.summary import sentence

MOST_JOBS = 64
"""More processes than any machine has use for here."""


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    folder = click.Option(
        ["-o", "--output-dir", "directory"],
        type=NAMED,
        metavar=phrases.one("DIR"),
        shell_complete=offer_folders,
        help=phrases.one("Where to write; by default `site` in the site's folder."),
    )
    base = click.Option(
        ["--compare", "base"],
        type=NAMED,
        metavar=phrases.one("BASE"),
        help=phrases.one(
            "Show on the pages what differs from this state, named as for `cvcgen diff`."
        ),
    )
    history = click.Option(
        ["--history", "with_history"],
        is_flag=True,
        help=phrases.one("Tell on the pages what changed, commit by commit, and why."),
    )
    jobs = click.Option(
        ["-j", "--jobs", "workers"],
        type=click.IntRange(1, MOST_JOBS),
        metavar=phrases.one("N"),
        envvar="CVCGEN_JOBS",
        help=phrases.one("How many processes make pages; by default one per core."),
    )
    return Command("build", phrases, _build, [folder, base, history, jobs])


@click.pass_obj
def _build(
    session: Session,
    directory: str | None,
    base: str | None,
    with_history: bool,
    workers: int | None,
) -> int:
    target = None if directory is None else Path(directory)
    with show_progress(session) as report:
        way = app.Way(workers, report)
        built = app.build(session.folder, target, base, with_history, way)
    if built.written is None:
        return _refuse(session, built.evaluated, base)
    if built.faults.warnings:
        found = sentence(built.faults, built.files_read, session.phrases)
        advice = message("{found}: see `cvcgen check`", found=found)
        session.say(f"{session.phrases.say(advice)}\n")
    counts = message(
        "Files written: {written}, unchanged: {unchanged}, removed: {removed}",
        written=built.written.written,
        unchanged=built.written.unchanged,
        removed=built.written.removed,
    )
    if not built.whole:
        session.say(f"{session.phrases.say(app.STARTS_LATE)}\n")
    page = message("Open in a browser: {page}", page=built.directory.resolve() / "index.html")
    session.say(f"{session.phrases.say(counts)}\n{session.phrases.say(page)}\n")
    return Exit.DONE


def _refuse(session: Session, evaluated: "app.Evaluated | None", base: str | None) -> int:
    """The report on the errors for which nothing was built."""
    # Imported late: it takes time to load, and most builds have no fault and compare nothing.
    from cvcgen.cli.faults import refuse  # noqa: PLC0415

    if evaluated is None:
        raise TypeError("a site is refused for its content")
    checked = evaluated.checked
    if base is not None:
        from cvcgen.reports.changes.origins import named_origin  # noqa: PLC0415
        from cvcgen.reports.reader import make_reader  # noqa: PLC0415

        state = named_origin(checked.origin, make_reader(session.phrases))
        said = message("nothing is compared: there are errors in {state}", state=state)
        session.console.talk(f"{session.phrases.say(said)}\n\n")
    return refuse(checked, session)
