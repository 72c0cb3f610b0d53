"""A wrong command line, in the reader's language.

click words its errors itself, in English. They are recognised here by their wording; one
that a later click words anew is shown in click's English rather than lost.
"""

import re

import click

from cvcgen.core.diagnostics import Message, message
from cvcgen.phrases import Phrases

_QUOTED = "['\"]?(?P<{}>.*?)['\"]?"
_OPTION, _VALUE = _QUOTED.format("option"), _QUOTED.format("value")
_KNOWN: tuple[tuple[str, Message], ...] = (
    (rf"No such option:? {_OPTION}\.?(?: .*)?", message("unknown option {option}")),
    (rf"Option {_OPTION} requires an argument\.", message("option {option} needs a value")),
    (rf"Option {_OPTION} does not take a value\.", message("option {option} takes no value")),
    (rf"Missing argument {_OPTION}\.", message("{option} is missing")),
    (
        rf"Got unexpected extra arguments? \({_VALUE}\)",
        message("one argument too many: {value}"),
    ),
    (
        rf"Invalid value for {_OPTION}: {_VALUE} is not one of (?P<choices>.*?)\.",
        message("{option} takes {choices}, not «{value}»"),
    ),
)


def usage_text(error: click.UsageError, phrases: Phrases) -> str:
    """The error, then where to find help; two lines."""
    command = error.ctx.command_path if error.ctx else "cvcgen"
    label = phrases.one("usage error:")
    said = f"{command}: {label} {_said(error.format_message(), phrases)}\n"
    more = message("`{command} --help` says what it takes.", command=command)
    return f"{said}{phrases.say(more)}\n"


def _said(wording: str, phrases: Phrases) -> str:
    for pattern, sentence in _KNOWN:
        found = re.fullmatch(pattern, wording, re.DOTALL)
        if found:
            return phrases.say(message(sentence.template, **found.groupdict()))
    return wording
