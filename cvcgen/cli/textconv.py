"""`cvcgen textconv`: one file with its scores, for git to compare (see docs/ci.md)."""

from pathlib import Path

import click

from cvcgen import app
from cvcgen.cli.completion import offer_files
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.named import NAMED
from cvcgen.cli.session import Session
from cvcgen.phrases import Phrases
from cvcgen.reports import margin
from cvcgen.reports.reader import make_reader

_PIECE = 1024 * 1024
"""In bytes: more than any file of a site has."""


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    file = click.Argument(
        ["file"], type=NAMED, metavar=phrases.one("FILE"), shell_complete=offer_files
    )
    return Command("textconv", phrases, _textconv, [file])


@click.pass_obj
def _textconv(session: Session, file: str) -> int:
    with Path(file).open("rb") as stream:
        piece = stream.read(_PIECE)
        if len(piece) < _PIECE:
            content = piece.replace(b"\r\n", b"\n")
            session.console.data(_with_margin(_text(content), content, session))
            return Exit.DONE
        while piece:  # no file of a site is that long: shown as it is, however long it is
            session.console.data(_text(piece))
            piece = stream.read(_PIECE)
    return Exit.DONE


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


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
