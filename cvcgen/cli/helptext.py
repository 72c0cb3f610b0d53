"""Help in the reader's language: headings, and what each command is for.

What commands are for stands here and not in their files, so that the list of commands is
printed without loading them.
"""

import click

from cvcgen.cli.session import Session
from cvcgen.phrases import Phrases


class Formatter(click.HelpFormatter):
    """click's help with our words for its headings."""

    def __init__(self, phrases: Phrases, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        one = phrases.one
        self.usage = one("Usage:")
        """What stands before the usage line."""
        self.headings = {"Options": one("Options:"), "Commands": one("Commands:")}
        """Section headings by click's name for them."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or f"{self.usage} ")

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        said = self.headings.get(heading, f"{heading}:")
        self.write(f"{'':>{self.current_indent}}{said}\n")


class Context(click.Context):
    """A context whose help speaks the session's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter that `get_help` writes with."""
        session = self.find_object(Session)
        if session is None:
            return super().make_formatter()
        return Formatter(session.phrases, self.terminal_width, self.max_content_width)


def short_helps(phrases: Phrases) -> dict[str, str]:
    """One line for each command, in the order in which people need them."""
    one = phrases.one
    return {
        "check": one("Report every fault of the content."),
        "explain": one("Tell why a rule exists, with a bad and a good example."),
        "score": one("Show the arithmetic of scores."),
        "rank": one("Print the rankings."),
        "build": one("Write the site."),
    }


def long_help(name: str, phrases: Phrases) -> str:
    """What a command does, what it takes and what its exit codes mean."""
    one = phrases.one
    more = {
        "check": one("Exit code 1 says that there are errors, or with --strict also warnings."),
        "explain": one("CODE is a diagnostic's code, such as CVC101 or 101."),
        "score": one(
            "PROJECT is a project's id, the name of its file; by default all projects. "
            "The rows of each table add up to the score that is shown."
        ),
        "rank": one(
            "CLIENTELE is a clientele's id, the name of its file; by default all clienteles. "
            "What cannot be ranked is listed with the reason."
        ),
        "build": one(
            "Nothing is written where the content has errors; the exit code is then 1."
        ),
    }
    return f"{short_helps(phrases)[name]}\n\n{more[name]}"
