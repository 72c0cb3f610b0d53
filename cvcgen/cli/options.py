"""The options that every command takes, before or after its name, and those of reports."""

import re
from datetime import date
from functools import partial
from pathlib import Path

import click

from cvcgen import __version__
from cvcgen.cli.completion import offer_files, offer_folders
from cvcgen.cli.console import COLOURS
from cvcgen.cli.language import LANGUAGES
from cvcgen.cli.named import NAMED
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.phrases import Phrases

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""What is written like a date is one, or a mistake."""


def common_options(phrases: Phrases) -> list[click.Parameter]:
    """Those of the group and of every command; they write themselves into the session."""
    one = phrases.one
    common = partial(click.Option, expose_value=False)
    eager = partial(common, is_flag=True, is_eager=True)
    return [
        common(
            ["-C", "folder"],
            type=NAMED,
            callback=_folder,
            metavar=one("DIR"),
            shell_complete=offer_folders,
            help=one("The site's folder; by default the current one."),
        ),
        common(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            help=one("The language of messages; by default that of the locale."),
        ),
        common(
            ["--color", "colour"],
            callback=_colour,
            type=click.Choice(COLOURS),
            help=one("Whether to use colours; by default on terminals only."),
        ),
        common(
            ["-q", "--quiet"],
            callback=_quiet,
            is_flag=True,
            help=one("Print only what was asked for, and errors."),
        ),
        common(
            ["-v", "--verbose"],
            callback=_verbose,
            is_flag=True,
            help=one("Say more; after a bug, print the traceback."),
        ),
        eager(["--version"], callback=_version, help=one("Print the version and stop.")),
        eager(["-h", "--help"], callback=_help, help=one("Print this help and stop.")),
    ]


def format_option(phrases: Phrases, formats: tuple[str, ...]) -> click.Option:
    """`--format`, which is the first of them by default."""
    return click.Option(
        ["--format", "form"],
        type=click.Choice(formats),
        default=formats[0],
        help=phrases.one("How to write the report; by default as text."),
    )


def output_option(phrases: Phrases) -> click.Option:
    """`--output`, the file that a report goes to."""
    return click.Option(
        ["--output", "target"],
        type=NAMED,
        metavar=phrases.one("FILE"),
        shell_complete=offer_files,
        help=phrases.one("Write the report to this file, whole or not at all."),
    )


def day_of(context: click.Context, value: str) -> str:
    """The value as `YYYY-MM-DD`. Raises a usage error for another form, or no day at all."""
    try:
        day = date.fromisoformat(value).isoformat()
    except ValueError:
        day = ""
    if day != value:
        said = message("«{day}» is no date such as 2026-10-01", day=value)
        raise click.UsageError(_session(context).phrases.say(said), context)
    return day


def state_of(context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A revision or a day; what is written like a day must be one."""
    if value is not None and _DAY.fullmatch(value):
        return day_of(context, value)
    return value


def _folder(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        _session(context).folder = Path(value)


def _quiet(context: click.Context, _option: click.Parameter, value: bool) -> None:
    _session(context).quiet |= value


def _verbose(context: click.Context, _option: click.Parameter, value: bool) -> None:
    _session(context).verbose |= value


def _colour(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        _session(context).console.colours = value


def _version(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        _session(context).console.data(f"cvcgen {__version__}\n")
        context.exit()


def _help(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        _session(context).console.data(f"{context.get_help()}\n")
        context.exit()


def _session(context: click.Context) -> Session:
    session = context.find_object(Session)
    if session is None:
        raise TypeError("the context has no session")
    return session
