"""A wrong command line, in the reader's language.

click words its errors itself, in English. What it says of an argument or an option is said
anew from the parameter itself; the rest is recognised by its wording, and one that a later
click words anew is shown in click's English rather than lost.
"""

import os
import re
from collections.abc import Collection
from typing import Any

import click

from cvcgen.core.diagnostics import Message, message, nearest
from cvcgen.phrases import Phrases

_QUOTED = "['\"]?(?P<{}>.*?)['\"]?"
_OPTION, _VALUE = _QUOTED.format("option"), _QUOTED.format("value")
_KNOWN: tuple[tuple[str, Message], ...] = (
    (rf"Option {_OPTION} requires an argument\.", message("option {option} needs a value")),
    (rf"Option {_OPTION} does not take a value\.", message("option {option} takes no value")),
    (
        rf"Got unexpected extra argument \({_VALUE}\)",
        message("one argument too many: {value}"),
    ),
    (rf"Got unexpected extra arguments \({_VALUE}\)", message("too many arguments: {value}")),
)
_WHOLE_SITE = message("the whole site is read, never a part; `-C DIR` tells where it is")
"""For who names a file or a folder to a command that takes none."""
_REFUSED = re.compile(rf"{_VALUE} is not (?:one of|in the range|a valid|'|\").*", re.DOTALL)
"""How click says that a value is none of those that a parameter takes."""
_CALLED = (message("KIND"),)
"""Names of arguments that help does not show, since it lists what they take instead."""


def usage_text(error: click.UsageError, phrases: Phrases) -> str:
    """The error, then where to find help; two lines."""
    command = error.ctx.command_path if error.ctx else "cvcgen"
    wrong = _said(error, phrases)
    said = message("{command}: usage error: {wrong}", command=command, wrong=wrong)
    more = message("`{command} --help` says what it takes.", command=command)
    return f"{phrases.say(said)}\n{phrases.say(more)}\n"


def _said(error: click.UsageError, phrases: Phrases) -> str:
    if isinstance(error, click.NoSuchOption):
        unknown = message("unknown option {option}", option=error.option_name)
        return phrases.say(unknown) + _meant(error.option_name, _options(error.ctx), phrases)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _parameter(error, error.param, phrases)
    wording = error.format_message()
    for pattern, sentence in _KNOWN:
        found = re.fullmatch(pattern, wording, re.DOTALL)
        if found:
            said = phrases.say(message(sentence.template, **found.groupdict()))
            names_file = os.path.lexists(found.groupdict().get("value", ""))
            return f"{said} · {phrases.say(_WHOLE_SITE)}" if names_file else said
    return wording


def _parameter(error: click.BadParameter, param: click.Parameter, phrases: Phrases) -> str:
    """What is wrong with an argument, or with the value of an option."""
    name = phrases.one(_name(param))
    taken = _taken(param.type)
    if isinstance(error, click.MissingParameter):
        if isinstance(param.type, click.Choice):
            return phrases.say(message("{name} is missing: {taken}", name=name, taken=taken))
        return phrases.say(message("{option} is missing", option=name))
    found = _REFUSED.fullmatch(error.message)
    if taken is None or found is None:
        return error.format_message()
    value = found["value"]
    said = message("{name} takes {taken}, not «{value}»", name=name, taken=taken, value=value)
    return phrases.say(said) + _meant(value, _choices(param.type), phrases)


def _taken(kind: "click.ParamType[Any]") -> Message | None:
    """What a parameter of that type takes."""
    if isinstance(kind, click.Choice):
        return message("{choices}", choices=", ".join(_choices(kind)))
    if isinstance(kind, click.IntRange) and kind.min is not None:
        if kind.max is None:
            return message("a whole number of {first} or more", first=kind.min)
        return message("a whole number from {first} to {last}", first=kind.min, last=kind.max)
    return None


def _choices(kind: "click.ParamType[Any]") -> Collection[str]:
    return [str(choice) for choice in kind.choices] if isinstance(kind, click.Choice) else []


def _name(param: click.Parameter) -> str:
    """`--jobs`, or an argument's name as the commands' help writes it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name.replace("[", "").replace("]", "")


def _options(context: click.Context | None) -> Collection[str]:
    """The long options that the command takes."""
    params = context.command.params if context else []
    return [one for param in params for one in param.opts if one.startswith("--")]


def _meant(word: str, known: Collection[str], phrases: Phrases) -> str:
    """The nearest of the known words, where one is near."""
    name = nearest(word, known)
    return f" · {phrases.say(message('did you mean `{name}`?', name=name))}" if name else ""
