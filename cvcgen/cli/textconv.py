"""`cvcgen textconv`: one file with its scores, for git to compare (see docs/ci.md)."""

from pathlib import Path

import click

from cvcgen import app
from cvcgen.cli.completion import offer_files
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.session import Session
from cvcgen.phrases import Phrases
from cvcgen.reports import margin
from cvcgen.reports.reader import make_reader


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    file = click.Argument(["file"], metavar=phrases.one("FILE"), shell_complete=offer_files)
    return Command("textconv", phrases, _textconv, [file])


@click.pass_obj
def _textconv(session: Session, file: str) -> int:
    content = Path(file).read_bytes().replace(b"\r\n", b"\n")
    text = content.decode("utf-8", "surrogateescape")
    session.console.data(_with_margin(text, content, session))
    return Exit.DONE


def _with_margin(text: str, content: bytes, session: Session) -> str:
    try:
        alone = app.score_alone(session.folder, content)
    except Exception:
        # git shows no difference at all where this command fails, so that even a bug of ours
        # must not take the file from whoever reviews it.
        if session.verbose:
            raise
        return text
    if alone is None:
        return text
    return margin.report(text, alone.record, alone.scores, make_reader(session.phrases))
