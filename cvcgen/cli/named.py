"""Words of the command line that name a file, a state or a day: never the empty one.

An empty word is what a shell leaves of a variable that is not set. As a path it would be the
current folder, which nobody named.
"""

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    _Type = click.ParamType[str]
else:
    _Type = click.ParamType


class _Named(_Type):
    """A text with something in it."""

    name = "text"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The value as it is. Raises a usage error for an empty one."""
        if value:
            return str(value)
        if isinstance(param, click.Option):
            option = max(param.opts, key=len)
            wording = f"Option {option!r} requires an argument."
            raise click.BadOptionUsage(option, wording, ctx)
        raise click.MissingParameter(ctx=ctx, param=param)


NAMED = _Named()
"""The type of arguments and options whose value names something."""
