"""What a shell offers after a tab: commands, options, and the ids of a site's files.

One line sets it up (README); click knows the shells. Ids are names of files: no
content is opened, and nothing of a repository is run.
"""

from collections.abc import Callable

import click
from click.shell_completion import CompletionItem, shell_complete

from cvcgen.cli.session import Session
from cvcgen.core.origin import Kind

VARIABLE = "_CVCGEN_COMPLETE"
"""The variable of the environment that says for which shell, and whether to set it up."""
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
"""What may stand for a parameter, from what is there of the word."""


def complete(group: click.Group, session: Session, instruction: str) -> int:
    """Answers the shell; 1 where it is none that is known. Says nothing of unfinished lines."""
    try:
        return shell_complete(group, {"obj": session}, "cvcgen", VARIABLE, instruction)
    except click.UsageError:
        return 0


def offer_ids(kind: Kind) -> Complete:
    """The ids of the records of that kind, in the folder that `-C` names."""

    def offer(
        context: click.Context, _parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from cvcgen.app import list_ids  # noqa: PLC0415 - the scripts for shells need none

        session = context.ensure_object(Session)
        found = list_ids(session.folder.expanduser(), kind)
        return [CompletionItem(name) for name in found if name.startswith(incomplete)]

    return offer


def offer_codes(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The codes of diagnostics."""
    from cvcgen.core.rules import RULES  # noqa: PLC0415 - see offer_ids

    return [CompletionItem(code) for code in RULES if code.startswith(incomplete.upper())]


def offer_folders(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Folders, as the shell finds them."""
    return [CompletionItem(incomplete, type="dir")]


def offer_files(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Files, as the shell finds them."""
    return [CompletionItem(incomplete, type="file")]


PROJECTS = offer_ids(Kind.PROJECT)
CLIENTELES = offer_ids(Kind.CLIENTELE)
VALUES = offer_ids(Kind.VALUE)
