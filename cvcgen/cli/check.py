"""`cvcgen check`: every fault of the content, in one run."""

import click

from cvcgen import app
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.options import format_option, output_option
from cvcgen.cli.session import Session, folder_in_sources
from cvcgen.core.diagnostics import has_errors
from cvcgen.core.rules import RULES
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics import as_github, as_gitlab, as_json, as_sarif, as_text

_FORMATS = ("text", "json", "github", "gitlab", "sarif")


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    strict = click.Option(
        ["--strict"], is_flag=True, help=phrases.one("Exit with 1 on warnings too.")
    )
    params = [strict, format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("check", phrases, _check, params)


@click.pass_obj
def _check(session: Session, strict: bool, form: str, target: str | None) -> int:
    checked = app.check(session.folder)
    session.deliver(_report(checked, form, target, session), target)
    failed = has_errors(checked.diagnostics) or (strict and checked.diagnostics)
    return Exit.FINDINGS if failed else Exit.DONE


def _report(checked: app.Checked, form: str, target: str | None, session: Session) -> str:
    found, phrases = checked.diagnostics, session.phrases
    folder = folder_in_sources(session.folder, session.console.environ)
    if form == "json":
        return as_json.report(found, checked.origin, len(checked.texts), RULES, phrases)
    if form == "github":
        return as_github.report(found, phrases, folder)
    if form == "gitlab":
        return as_gitlab.report(found, phrases, folder)
    if form == "sarif":
        return as_sarif.report(found, RULES, phrases, folder)
    palette = session.palette_for(target)
    return as_text.report(found, checked.texts, phrases, palette)
