"""Texts against the languages of the site."""

from collections.abc import Iterator

from cvcgen.core.diagnostics import Diagnostic, Severity, message
from cvcgen.core.model import Language
from cvcgen.sources.tree import Mapping, Scalar


def language_faults(node: Mapping, languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """What a text with a wording per language lacks, or has and nobody will see."""
    found = {entry.key for entry in node.entries}
    default, *others = languages
    strange = _instead(node, languages)
    if strange is not None:
        hint = message("write `{language}` instead of `{word}`", language=default, word=strange)
        missing = message("this text lacks the default language `{language}`", language=default)
        yield Diagnostic("CVC411", missing, node.where, hint=hint)
    elif default not in found:
        hint = message("add `{language}: …`", language=default)
        missing = message("this text lacks the default language `{language}`", language=default)
        yield Diagnostic("CVC411", missing, node.where, hint=hint)
    for language in others:
        if language not in found and (strange is None or len(found) > 1):
            hint = message("add `{language}: …`", language=language)
            missing = message("this text is not translated to `{language}`", language=language)
            yield Diagnostic("CVC412", missing, node.where, (), hint, Severity.WARNING)
    for entry in node.entries:
        if entry.key not in languages and entry.key != strange:
            unseen = message("the site is not published in `{language}`", language=entry.key)
            hint = message("add the language in `cvcgen.yaml`, or remove this text")
            yield Diagnostic("CVC413", unseen, entry.where, (), hint, Severity.WARNING)


def _instead(node: Mapping, languages: tuple[Language, ...]) -> str | None:
    """The key that stands in the place of the default language; None where none does.

    It is the only one, or that language as a country speaks it.
    """
    keys = [entry.key for entry in node.entries]
    if languages[0] in keys or not keys:
        return None
    spoken = [key for key in keys if key.partition("-")[0] == languages[0]]
    alone = keys if len(keys) == 1 and keys[0] not in languages else []
    return next(iter((*spoken, *alone)), None)


def unspaced_language(node: Scalar, languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """What is said of a text such as `fr:Guichet`, which was to be that of a language."""
    start = node.text.partition(":")[0]
    if start in languages:
        found = message("this text starts with `{language}:`", language=start)
        hint = message("put a space after the colon: `{name}: …`", name=start)
        yield Diagnostic("CVC305", found, node.where, hint=hint)
