"""`cvcgen check`: every fault of the content, in one run."""

import click

from cvcgen import app
from cvcgen.cli.exits import Exit
from cvcgen.cli.group import Command
from cvcgen.cli.named import NAMED
from cvcgen.cli.options import day_of, format_option, output_option
from cvcgen.cli.session import Session, folder_in_sources
from cvcgen.core.diagnostics import has_errors, message, sort_diagnostics
from cvcgen.core.rules import RULES
from cvcgen.core.waivers import Judged
from cvcgen.phrases import Phrases
from cvcgen.reports.diagnostics import as_github, as_gitlab, as_json, as_sarif, as_text

_FORMATS = ("text", "json", "github", "gitlab", "sarif")


def make_command(phrases: Phrases) -> Command:
    """The command, its help in that language."""
    strict = click.Option(
        ["--strict"],
        is_flag=True,
        help=phrases.one("Exit with 1 on warnings too, and where raters disagree."),
    )
    today = click.Option(
        ["--today"],
        type=NAMED,
        metavar=phrases.one("DATE"),
        callback=_day,
        help=phrases.one("The day on which waivers are judged; by default that of the commit."),
    )
    params = [strict, today, format_option(phrases, _FORMATS), output_option(phrases)]
    return Command("check", phrases, _check, params)


@click.pass_obj
def _check(
    session: Session, strict: bool, today: str | None, form: str, target: str | None
) -> int:
    checked = app.check(session.folder, today)
    stricter = checked.strict if strict else ()
    found = sort_diagnostics([*checked.diagnostics, *stricter])
    judged = Judged(found, checked.waived)
    session.deliver(_report(checked, judged, form, target, session), target)
    if checked.undated:
        said = message("no waiver was judged by its date: there is no commit; see --today")
        session.say(f"{session.phrases.say(said)}\n")
    failed = has_errors(found) or (strict and found)
    return Exit.FINDINGS if failed else Exit.DONE


def _day(context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    return None if value is None else day_of(context, value)


def _report(
    checked: app.Checked, judged: Judged, form: str, target: str | None, session: Session
) -> str:
    found, phrases = judged.diagnostics, session.phrases
    folder = folder_in_sources(session.folder, session.console.environ)
    if form == "json":
        return as_json.report(judged, checked.origin, len(checked.texts), RULES, phrases)
    if form == "github":
        return as_github.report(found, phrases, folder)
    if form == "gitlab":
        return as_gitlab.report(found, phrases, folder)
    if form == "sarif":
        return as_sarif.report(judged, RULES, phrases, folder)
    palette = session.palette_for(target)
    listed = judged.waived if session.verbose else ()
    waived = "".join(as_text.waived_warning(one, phrases, palette) for one in listed)
    said = as_text.report(found, checked.texts, phrases, palette, len(judged.waived))
    return waived + ("\n" if waived else "") + said
