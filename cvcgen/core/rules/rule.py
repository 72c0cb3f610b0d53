"""What a diagnostic code stands for: the type of the catalogue's entries."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import Message, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that content must or should respect, and what it is good for."""

    code: str
    """`CVC` and three digits; the hundreds are the family. Never reused for another rule."""
    name: str
    """The rule in a few words, lower-case with hyphens; unique."""
    severity: Severity
    """What its diagnostics have."""
    title: Message
    """The rule as a short sentence."""
    why: Message
    """Why the rule exists, for someone who edits content and writes no programs."""
    bad: str
    """The fewest lines of YAML, or the file name, that break the rule."""
    good: str
    """The same, mended."""
