import re

import click
import pytest

from cvcgen.cli.group import Group
from cvcgen.phrases import load_phrases


def _commands(language: str) -> list[click.Command]:
    group = Group(load_phrases(language))
    context = click.Context(group)
    found = [group.get_command(context, name) for name in group.list_commands(context)]
    return [group, *(command for command in found if command is not None)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_command_and_option_has_a_help(language: str) -> None:
    for command in _commands(language):
        assert command.help, command.name
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{command.name} {option.opts}"
                assert option.help.endswith(".")


def test_every_help_is_translated() -> None:
    for english, french in zip(_commands("en"), _commands("fr"), strict=True):
        assert english.help != french.help
        for one, other in zip(english.params, french.params, strict=True):
            if isinstance(one, click.Option) and isinstance(other, click.Option):
                assert one.help != other.help


def test_french_helps_follow_french_typography() -> None:
    helps = [command.help for command in _commands("fr")]
    helps += [getattr(p, "help", None) for command in _commands("fr") for p in command.params]
    for text in filter(None, helps):
        assert not re.search(r"[ \xa0][;!?]|(?<!\xa0):|'", text), text
