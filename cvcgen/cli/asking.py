"""Questions on a terminal; elsewhere the default answers."""

import sys

from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import Message, message


def ask(session: Session, question: Message, default: str, shown: str = "") -> str:
    """The answer to a question, or the default after an empty line or without a terminal.

    `shown` says what will be there where the default is empty. Raises `EOFError` where the
    terminal is closed instead of answering.
    """
    if not _is_conversation(session):
        return default
    said = message("{question} [{default}]: ", question=question, default=default or shown)
    session.console.talk(session.phrases.say(said))
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip() or default


def _is_conversation(session: Session) -> bool:
    """Whether somebody reads what is said and can answer."""
    heard = session.console.errors
    listening = heard is not None and heard.isatty()
    return listening and sys.stdin is not None and sys.stdin.isatty()
