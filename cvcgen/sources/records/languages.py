"""Texts against the languages of the site."""

from collections.abc import Iterator

from cvcgen.core.diagnostics import Diagnostic, Severity, message
from cvcgen.core.model import Language
from cvcgen.sources.tree import Mapping, Scalar


def language_faults(node: Mapping, languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """What a text with a wording per language lacks, or has and nobody will see."""
    found = {entry.key for entry in node.entries}
    default, *others = languages
    if default not in found:
        hint = message("add `{language}: …`", language=default)
        missing = message("this text lacks the default language `{language}`", language=default)
        yield Diagnostic("CVC411", missing, node.where, hint=hint)
    for language in others:
        if language not in found:
            hint = message("add `{language}: …`", language=language)
            missing = message("this text is not translated to `{language}`", language=language)
            yield Diagnostic("CVC412", missing, node.where, (), hint, Severity.WARNING)
    for entry in node.entries:
        if entry.key not in languages:
            unseen = message("the site is not published in `{language}`", language=entry.key)
            hint = message("add the language in `cvcgen.yaml`, or remove this text")
            yield Diagnostic("CVC413", unseen, entry.where, (), hint, Severity.WARNING)


def unspaced_language(node: Scalar, languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """What is said of a text such as `fr:Guichet`, which was to be that of a language."""
    start = node.text.partition(":")[0]
    if start in languages:
        found = message("this text starts with `{language}:`", language=start)
        hint = message("put a space after the colon: `{name}: …`", name=start)
        yield Diagnostic("CVC305", found, node.where, hint=hint)
