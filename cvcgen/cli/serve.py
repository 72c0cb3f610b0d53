"""`cvcgen serve`: the site on this machine's own address, made anew at every save."""

import time
import webbrowser

import click
from click.core import ParameterSource

from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.session import Session
from cvcgen.cli.teller import Teller
from cvcgen.phrases import Phrases
from cvcgen.serving import DEFAULT_PORT, Preview, Stop


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    port = click.Option(
        ["--port"],
        type=click.IntRange(0, 65_535),
        default=DEFAULT_PORT,
        metavar=phrases.one("NUMBER"),
        help=phrases.one("The port to begin with, by default 8000; 0 is any that is free."),
    )
    opening = click.Option(
        ["--open", "opens"], is_flag=True, help=phrases.one("Open the site in a browser.")
    )
    return Command("serve", phrases, _serve, [port, opening])


@click.pass_obj
def _serve(session: Session, port: int, opens: bool) -> int:
    stop = Stop()
    source = click.get_current_context().get_parameter_source("port")
    named = port if source is ParameterSource.COMMANDLINE else 0
    preview = Preview(
        root=session.folder,
        listener=Teller(session, webbrowser.open if opens else None, named),
        language=session.phrases.language,
        clock=time.monotonic_ns,
        port=port,
    )
    with stop.at_signals():
        preview.serve(stop)
    return Exit.DONE
