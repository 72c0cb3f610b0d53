"""A diagnostic in one sentence, for reports that have no place of its own for a hint."""

from cvcgen.core.diagnostics import Diagnostic
from cvcgen.phrases import Phrases


def one_sentence(found: Diagnostic, phrases: Phrases) -> str:
    """What is wrong, raw, and in parentheses what to do where that is known."""
    said = phrases.say(found.message)
    return f"{said} ({phrases.say(found.hint)})" if found.hint else said
