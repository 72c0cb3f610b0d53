"""The commands, each loaded when it is called, so that `--version` and help stay quick."""

from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword

import click
from click.shell_completion import CompletionItem

from cvcgen.cli.helptext import Context, long_help, short_helps
from cvcgen.cli.options import common_options
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import did_you_mean, message
from cvcgen.phrases import Phrases


class Command(click.Command):
    """A command with the options of all commands and help in the reader's language."""

    context_class = Context

    def __init__(
        self,
        name: str,
        phrases: Phrases,
        callback: Callable[..., int],
        params: Sequence[click.Parameter],
    ) -> None:
        super().__init__(
            name,
            callback=callback,
            params=[*params, *common_options(phrases)],
            help=long_help(name, phrases),
            add_help_option=False,
            options_metavar=phrases.one("[OPTIONS]"),
        )


class Group(click.Group):
    """All commands by name; alone, it prints its help."""

    context_class = Context

    def __init__(self, phrases: Phrases) -> None:
        one = phrases.one
        super().__init__(
            "cvcgen",
            params=common_options(phrases),
            callback=_print_help,
            help=one("Customer value scores from plain YAML files: checked, exact, published."),
            add_help_option=False,
            invoke_without_command=True,
            options_metavar=one("[OPTIONS]"),
            subcommand_metavar=one("COMMAND [ARGUMENTS]"),
        )
        self.phrases = phrases
        """The language of help and usage errors."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """The names, in the order in which people need them."""
        return list(short_helps(self.phrases))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, from the file that has its name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"cvcgen.cli.{cmd_name}{'_' * iskeyword(cmd_name)}")
        command: click.Command = module.make_command(self.phrases)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, or a usage error with the nearest one."""
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            said = self.phrases.say(message("unknown command «{name}»", name=name))
            hint = did_you_mean(name, known)
            nearest = f" · {self.phrases.say(hint)}" if hint else ""
            raise click.UsageError(said + nearest, ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names of commands, without loading any, and the options of the group."""
        items = (
            CompletionItem(name, help=said)
            for name, said in short_helps(self.phrases).items()
            if name.startswith(incomplete)
        )
        return [*items, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 (click's)
        formatter: click.HelpFormatter,
    ) -> None:
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(short_helps(self.phrases).items()))


@click.pass_context
def _print_help(context: click.Context) -> None:
    session = context.find_object(Session)
    if context.invoked_subcommand is None and session is not None:
        session.console.data(f"{context.get_help()}\n")
