"""Ids on the command line, against those that the content has."""

from collections.abc import Collection, Sequence

import click

from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import Message, did_you_mean, message


def require_known(
    words: Sequence[str], known: Collection[str], unknown: Message, session: Session
) -> None:
    """Raises a usage error for the first word that is not known, with the nearest one.

    `unknown` is the sentence to say, with `{id}` for the word.
    """
    for word in words:
        if word not in known:
            said = session.phrases.say(message(unknown.template, id=word))
            hint = did_you_mean(word, known)
            nearest = f" · {session.phrases.say(hint)}" if hint else ""
            raise click.UsageError(said + nearest, click.get_current_context())
