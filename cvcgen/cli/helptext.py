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
        "diff": one("Show which scores and ranks a change moves, and why."),
        "history": one("Show each score and rank over time, and why it changed."),
        "build": one("Write the site."),
        "serve": one("Show the site on this machine, made anew at every save."),
        "init": one("Make a new repository, with examples to replace."),
        "new": one("Write a new file, explained, for a project or another record."),
        "export": one("Write rating grids, filled in or blank, for a spreadsheet."),
        "import": one("Take filled grids or tables of projects over into the content."),
        "fmt": one("Rewrite files in their canonical form."),
        "schema": one("Write the schemas that let editors complete this site's own ids."),
        "textconv": one("Show one file with its scores, for `git diff`."),
    }


def long_help(name: str, phrases: Phrases) -> str:
    """What a command does, what it takes and what its exit codes mean."""
    more = {**_for_readers(phrases), **_for_contributors(phrases)}
    return f"{short_helps(phrases)[name]}\n\n{more[name]}"


def _for_readers(phrases: Phrases) -> dict[str, str]:
    one = phrases.one
    return {
        "check": one("Exit code 1 says that there are errors, or with --strict also warnings."),
        "explain": one(
            "CODE is a diagnostic's code, such as CVC101 or 101, or its name, such as "
            "weights-sum."
        ),
        "score": one(
            "PROJECT is a project's id, the name of its file; by default all projects. "
            "The rows of each table add up to the score that is shown."
        ),
        "rank": one(
            "CLIENTELE is a clientele's id, the name of its file; by default all clienteles. "
            "What cannot be ranked is listed with the reason. A day names the last commit "
            "until its end on the line of first parents; a commit whose clock was wrong counts "
            "on the day of the one before it."
        ),
        "diff": one(
            "BASE and HEAD are branches, tags or commits; BASE may also be a range: "
            "main...HEAD, v1..v2. Without HEAD, BASE is compared with the folder as it stands; "
            "without BASE, the place where the branch left the main one is.\n\n"
            "GATE is weights, rubric, new-incomplete, removed, meaning, 'rank-change>3' or "
            "'score-change>10', in quotes since > means something to a shell. Exit code 1 says "
            "that a gate failed or that the content of one side has errors."
        ),
        "history": one(
            "PROJECT is a project's id; by default all projects. The history is that of the "
            "first parents of HEAD. A revision that cannot be read is a gap, with the reason; "
            "where weights, values or the rating scale changed, scores before and after are "
            "not measured alike, and a line says so."
        ),
        "build": one(
            "Nothing is written where the content has errors; the exit code is then 1."
        ),
        "serve": one(
            "Opens to this machine alone, 127.0.0.1, at port 8000 or the next one that is "
            "free. Pages reload when what they show has changed; faults are shown over the "
            "last site without errors. Nothing is written. Ctrl+C stops it."
        ),
        "textconv": one(
            "FILE is a version of a project or a clientele. Its scores are those under the "
            "pyramids of the site as it stands, whatever the age of the file. A file with "
            "faults is printed as it is."
        ),
    }


def _for_contributors(phrases: Phrases) -> dict[str, str]:
    one = phrases.one
    return {
        "init": one(
            "DIR is a new or an empty folder. On a terminal, what no option says is asked. "
            "Everything is written at once or not at all, and it builds as it is."
        ),
        "new": one(
            "NAME becomes the file's name. The file says in comments what each key and each "
            "value is; a file that exists is never overwritten."
        ),
        "export": one(
            "PROJECT is a project's id; its grids have its ratings, one sheet for each "
            "clientele that it is rated for. A spreadsheet program computes the same score as "
            "cvcgen; `cvcgen import` takes the filled grid back."
        ),
        "import": one(
            "FILE is a grid that `cvcgen export grid` wrote, or a table with a row per project "
            "and a column per value or a total in percent; .xlsx, .ods or .csv. Nothing is "
            "written where anything is wrong. A file that exists is changed with --update "
            "alone: without it, what would change is an error, cell by cell."
        ),
        "fmt": one(
            "PATH is a file or a folder of the content; by default all of it. Order, quotes "
            "and spaces change, values and comments never: a file that would lose one is left "
            "as it is, and the exit code is then 1."
        ),
        "schema": one(
            "Run it again after changing a clientele, a value or a rubric. The files say what "
            "they are; others of the same name are never overwritten."
        ),
    }
