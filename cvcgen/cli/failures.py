"""What went wrong with a run, as an exit code and a few lines on standard error."""

import sys
from errno import ENOMEM
from os import strerror
from pathlib import Path

import click

import cvcgen
from cvcgen.cli.exits import Exit
from cvcgen.cli.session import Session
from cvcgen.cli.usage import usage_text
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.systemerrors import named_reason
from cvcgen.wholefile import CannotWrite

_PACKAGE = Path(cvcgen.__file__).parent


def explain_failure(error: Exception, command: str, session: Session) -> Exit:
    """Says what happened, and gives the code to exit with."""
    if isinstance(error, click.UsageError):
        session.console.talk(usage_text(error, session.phrases))
        return Exit.USAGE
    reason = _environment(error)
    if reason is not None:
        said = message("cvcgen: {reason}", reason=session.phrases.say(reason))
        session.console.talk(f"{session.phrases.say(said)}\n")
        return Exit.ENVIRONMENT
    try:
        said_in_full = _bug(error, command, session)
    except MemoryError as shortage:  # which explains the error, too
        return explain_failure(shortage, command, session)
    session.console.talk(said_in_full)
    return Exit.BUG


def _environment(error: Exception) -> Message | None:
    """Why the environment stopped the run, or None where it did not."""
    if isinstance(error, CannotWrite):
        return error.message
    # Its module is heavy; where it was never loaded, it raised nothing.
    app = sys.modules.get("cvcgen.app")
    failure = getattr(app, "EnvironmentFailure", None)
    if failure is not None and isinstance(error, failure):
        reason: Message = error.message
        return reason
    if isinstance(error, OSError):
        return named_reason(error)
    if isinstance(error, MemoryError):
        return named_reason(OSError(ENOMEM, strerror(ENOMEM)))
    return None


def _bug(error: Exception, command: str, session: Session) -> str:
    """What to report: nothing that a contributor wrote, unless `-v` asks for the traceback."""
    python = ".".join(map(str, sys.version_info[:3]))
    facts = message(
        "cvcgen {version}, Python {python}, command {command}: {kind} in {function}",
        version=cvcgen.__version__,
        python=python,
        command=command,
        kind=type(error).__name__,
        function=_innermost(error),
    )
    say, one = session.phrases.say, session.phrases.one
    lines = [one("This is a bug in cvcgen. Please report these words:"), f"  {say(facts)}"]
    if session.verbose:
        from traceback import format_exception  # noqa: PLC0415 - most runs have no bug

        lines += format_exception(error)
    else:
        lines.append(one("Again with -v, it prints a traceback, which may quote the content."))
    return "\n".join(lines) + "\n"


def _innermost(error: Exception) -> str:
    """The last function of cvcgen that was entered: `module:function:line`."""
    from traceback import extract_tb  # noqa: PLC0415 - as above

    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not ours:
        return "?"
    path = Path(ours[-1].filename).relative_to(_PACKAGE.parent).with_suffix("")
    return f"{'.'.join(path.parts)}:{ours[-1].name}:{ours[-1].lineno}"
