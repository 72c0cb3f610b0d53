"""The reference of the command line, made from the commands themselves."""

from collections.abc import Iterator, Sequence

import click

from cvcgen.cli.group import Group
from cvcgen.cli.options import common_options
from cvcgen.phrases import Phrases

WORDS = {
    "title": {"fr": "Les commandes", "en": "The commands"},
    "head": {
        "fr": (
            "Cette page est tirée des commandes elles-mêmes; `cvcgen COMMANDE --help` dit la"
            " même chose dans un terminal."
        ),
        "en": (
            "This page is made from the commands themselves; `cvcgen COMMAND --help` says the"
            " same in a terminal."
        ),
    },
    "exits": {
        "fr": (
            "Codes de sortie\xa0: 0 c’est fait; 1 des fautes, ou une limite dépassée; 2 mauvais"
            " emploi; 3 fichiers, git ou permissions; 4 une erreur de cvcgen, avec ce qu’il"
            " faut signaler."
        ),
        "en": (
            "Exit codes: 0 done; 1 faults, or a gate that failed; 2 wrong usage; 3 files, git"
            " or permissions; 4 a bug, with what to report."
        ),
    },
    "common": {"fr": "Pour toutes les commandes", "en": "For every command"},
    "environment": {"fr": "Variables d’environnement", "en": "Environment variables"},
    "option": {"fr": "option", "en": "option"},
    "variable": {"fr": "variable", "en": "variable"},
    "meaning": {"fr": "sens", "en": "meaning"},
}
VARIABLES = {
    "`LC_ALL`, `LC_MESSAGES`, `LANG`, `LANGUAGE`": {
        "fr": "La langue des messages, sans `--lang`.",
        "en": "The language of messages, without `--lang`.",
    },
    "`NO_COLOR`, `FORCE_COLOR`": {
        "fr": "Pas de couleurs; des couleurs ailleurs que dans un terminal aussi.",
        "en": "No colours; colours elsewhere than on terminals too.",
    },
    "`CVCGEN_CACHE`": {
        "fr": (
            "Le chemin absolu du dossier de ce qui est gardé d’une exécution à l’autre, ou"
            " `off` pour ne rien garder; par défaut, votre dossier de cache."
        ),
        "en": (
            "The absolute path of the folder of what is kept between runs, or `off` to keep"
            " nothing; by default your cache folder."
        ),
    },
    "`CVCGEN_JOBS`": {
        "fr": "Comme `--jobs` de `cvcgen build`, qui l’emporte.",
        "en": "As `--jobs` of `cvcgen build`, which overrides it.",
    },
}


def command_reference(phrases: Phrases) -> str:
    """The whole page in that language."""
    group = Group(phrases)
    parts = [f"# {say('title', phrases)}", say("head", phrases), say("exits", phrases)]
    parts += [f"## {say('common', phrases)}", table(common_options(phrases), phrases)]
    parts += [f"## {say('environment', phrases)}", environment(phrases)]
    for name, command in below(group):
        parts += describe(name, command, phrases)
    return "\n\n".join(parts) + "\n"


def below(group: click.Group, above: str = "cvcgen") -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name, in the order of the list of commands."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            raise ValueError(name)
        yield f"{above} {name}", command
        if isinstance(command, click.Group):
            yield from below(command, f"{above} {name}")


def describe(name: str, command: click.Command, phrases: Phrases) -> Iterator[str]:
    """The section of one command: how it is called, what for, with which options."""
    with click.Context(command, info_name=name) as context:
        words = " ".join(command.collect_usage_pieces(context))
    yield f"## {name}"
    yield f"`{name} {words}`"
    yield (command.help or "").strip().replace("<", "\\<")
    common = {option.name for option in common_options(phrases)}
    options = [one for one in command.params if isinstance(one, click.Option)]
    own = [option for option in options if option.name not in common]
    if own:
        yield table(own, phrases)


def table(parameters: Sequence[click.Parameter], phrases: Phrases) -> str:
    """A row for each option that help shows."""
    rows = []
    for option in parameters:
        record = option.get_help_record(click.Context(Group(phrases)))
        if record is not None:
            name, meaning = (text.replace("|", "\\|") for text in record)
            rows.append([f"`{name}`", meaning])
    return under("option", rows, phrases)


def environment(phrases: Phrases) -> str:
    """A row for each variable that the command line reads itself."""
    rows = [[name, said[phrases.language]] for name, said in VARIABLES.items()]
    return under("variable", rows, phrases)


def under(head: str, rows: Sequence[Sequence[str]], phrases: Phrases) -> str:
    """A table of those rows: what a thing is called, and what it means."""
    heads = [say(head, phrases), say("meaning", phrases)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, ["---", "---"], *rows])


def say(word: str, phrases: Phrases) -> str:
    """One of our words in that language."""
    return WORDS[word][phrases.language]
