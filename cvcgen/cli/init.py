"""`cvcgen init`: a new repository for another organisation."""

from pathlib import Path
from typing import Any

import click

from cvcgen.cli.asking import ask
from cvcgen.cli.completion import offer_folders
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.named import NAMED
from cvcgen.cli.session import Session
from cvcgen.contributing.newrecords import UnknownWord
from cvcgen.contributing.newsites import Created, NewSite, create_site, placeholders
from cvcgen.core.diagnostics import message
from cvcgen.phrases import Phrases


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    one = phrases.one
    params: list[click.Parameter] = [
        click.Argument(
            ["directory"], type=NAMED, metavar=one("DIR"), shell_complete=offer_folders
        ),
        click.Option(["--title"], metavar=one("TEXT"), help=one("The site's title.")),
        click.Option(
            ["--languages"],
            metavar=one("CODES"),
            help=one("The site's languages, such as fr,en; by default that of messages."),
        ),
        click.Option(
            ["--clientele", "clienteles"],
            multiple=True,
            metavar=one("NAME"),
            help=one("The name of a clientele; may be given several times."),
        ),
        click.Option(
            ["--force"],
            is_flag=True,
            help=one("Add what is missing to a folder that is not empty; replace nothing."),
        ),
    ]
    return Command("init", phrases, _init, params)


@click.pass_obj
def _init(session: Session, /, directory: str, **options: Any) -> int:
    folder = session.folder / directory
    try:
        created = create_site(folder, _wanted(session, **options), session.phrases)
    except UnknownWord as error:
        require_known([error.word], error.known, error.message, session)
        raise
    _tell(created, folder, session)
    session.console.data(f"{folder}\n")
    return Exit.DONE


def _wanted(
    session: Session,
    title: str | None,
    languages: str | None,
    clienteles: tuple[str, ...],
    force: bool,
) -> NewSite:
    """What the options say, and else what is answered."""
    spoken = session.phrases.language
    placed = placeholders(spoken)
    title = title or ask(session, message("Title of the site"), "", placed.title)
    languages = languages or ask(session, message("Languages, separated by commas"), spoken)
    asked, shown = message("Clienteles, separated by commas"), ", ".join(placed.clienteles)
    names = clienteles or _listed(ask(session, asked, "", shown))
    return NewSite(_listed(languages), title or None, names, force)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _tell(created: Created, folder: Path, session: Session) -> None:
    counts = message("Files written: {written}", written=created.written)
    kept = [message("kept as it is: {path}", path=path) for path in created.kept]
    english = [
        message(
            "cvcgen does not speak `{language}`: its examples, and its words on pages, are in"
            " English there",
            language=one,
        )
        for one in created.unspoken
    ]
    following = message("Next, in that folder: `cvcgen build`")
    if folder.resolve() == Path.cwd():
        following = message("Next: `cvcgen build`")
    said = [counts, *kept, *english, following]
    session.say("".join(f"{session.phrases.say(one)}\n" for one in said))
