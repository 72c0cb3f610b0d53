"""`cvcgen explain`: why a rule exists, with a bad and a good example."""

from collections.abc import Sequence

import click

from cvcgen.cli.completion import offer_codes
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.known import require_known
from cvcgen.cli.options import format_option, output_option
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.core.rules import RULES
from cvcgen.phrases import Phrases
from cvcgen.reports import rules

_FORMATS = ("text", "markdown")


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    codes = click.Argument(
        ["codes"], nargs=-1, metavar=phrases.one("CODE…"), shell_complete=offer_codes
    )
    every = click.Option(
        ["--all", "every"], is_flag=True, help=phrases.one("Explain every rule.")
    )
    params = [codes, every, format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("explain", phrases, _explain, params)


@click.pass_obj
def _explain(
    session: Session, codes: tuple[str, ...], every: bool, form: str, target: str | None
) -> int:
    if bool(codes) == every:
        said = session.phrases.one("give one code or more, or else --all")
        raise click.UsageError(said, click.get_current_context())
    names = {rule.name: code for code, rule in RULES.items()}
    wanted = list(RULES) if every else [names.get(word) or _code(word) for word in codes]
    known = {*RULES, *names}
    require_known(wanted, known, message("unknown code «{id}»"), session)
    session.deliver(_report(wanted, every, form, target, session), target)
    return Exit.DONE


def _report(
    codes: Sequence[str], every: bool, form: str, target: str | None, session: Session
) -> str:
    chosen, phrases = [RULES[code] for code in dict.fromkeys(codes)], session.phrases
    if form == "text":
        return rules.explain_all(chosen, phrases, session.palette_for(target))
    if every:
        return rules.catalogue_markdown(chosen, phrases)
    return "\n".join(rules.explain_markdown(rule, phrases) for rule in chosen)


def _code(word: str) -> str:
    """The code as the table writes it: `401` and `cvc401` are CVC401; other words stay."""
    if word.isdecimal() and word.isascii():
        return f"CVC{word}"
    return word.upper() if word[:3].upper() == "CVC" else word
