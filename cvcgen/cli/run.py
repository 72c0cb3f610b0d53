"""One run: the language, the command, and what every run has in common when it fails."""

from collections.abc import Mapping, Sequence

import click

from cvcgen.cli.completion import VARIABLE, complete
from cvcgen.cli.console import ClosedPipe, Console
from cvcgen.cli.exits import Exit
from cvcgen.cli.failures import explain_failure
from cvcgen.cli.group import Group
from cvcgen.cli.language import choose_language
from cvcgen.cli.session import Session
from cvcgen.phrases import load_phrases


def run(arguments: Sequence[str], environ: Mapping[str, str], console: Console) -> int:
    """One command line, run; its exit code. The only place that catches everything."""
    phrases = load_phrases(choose_language(arguments, environ))
    session = Session(phrases, console)
    group = Group(phrases)
    try:
        if environ.get(VARIABLE):
            return complete(group, session, environ[VARIABLE])
        return _invoke(group, list(arguments), session)
    except ClosedPipe:
        console.close()
        return Exit.PIPE
    except (KeyboardInterrupt, EOFError, click.Abort):
        return Exit.INTERRUPTED
    except Exception as error:
        return explain_failure(error, _command(arguments, group), session)


def _invoke(group: Group, arguments: list[str], session: Session) -> int:
    """As click's own `main`, which would catch a closed pipe and print in English."""
    try:
        with group.make_context("cvcgen", arguments, obj=session) as context:
            code = group.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else Exit.DONE


def _command(arguments: Sequence[str], group: Group) -> str:
    """The command's name for a bug report; never another word of the command line."""
    names = group.list_commands(click.Context(group))
    return next((word for word in arguments if word in names), "-")
