"""The words of a first site, in one language: placeholders, and called so."""

from dataclasses import dataclass

from cvcgen.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a first site says."""

    title: str
    notice: str
    """The banner on every page."""
    made_up: str
    """The source of every record."""
    rubric: str
    """The rubric's name."""
    levels: tuple[tuple[str, str], ...]
    """Name and definition of each level, from the lowest."""
    values: tuple[tuple[str, str], ...]
    """Name and definition of each value."""
    clienteles: tuple[str, str]
    """The names of two clienteles."""
    projects: tuple[tuple[str, str, str], ...]
    """Title, summary and baseline of each project."""


def starter_words(phrases: Phrases) -> Words:
    """The words in that language, or in English."""
    one = phrases.one
    return Words(
        title=one("Customer value score"),
        notice=one("Examples to replace: nothing here describes a real organisation."),
        made_up=one("A placeholder written by `cvcgen init`: replace it."),
        rubric=one("Projected gain"),
        levels=_levels(phrases),
        values=_values(phrases),
        clienteles=(one("Citizens"), one("Professionals")),
        projects=_projects(phrases),
    )


def _levels(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    one, context = phrases.one, phrases.context
    return (
        (context("level", "None"), one("Nothing changes here.")),
        (context("level", "Low"), one("Real but limited progress: few people, one step.")),
        (context("level", "Medium"), one("An important irritant goes away for many people.")),
        (context("level", "High"), one("The experience becomes quite different for most.")),
    )


def _values(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    one = phrases.one
    return (
        (one("Accessibility"), one("Reaching the service and using it, whatever the means.")),
        (one("Security"), one("Knowing that what is entrusted is protected.")),
        (one("Clarity"), one("Getting information that is clear, right and on time.")),
        (one("Speed"), one("Getting an answer soon, at little cost of time.")),
        (one("Kindness"), one("Being met with respect, fairness and empathy.")),
    )


def _projects(phrases: Phrases) -> tuple[tuple[str, str, str], ...]:
    one = phrases.one
    return (
        (
            one("Example 1: being called back"),
            one("Leave a number instead of waiting on the line."),
            one("People wait on the line, sometimes long."),
        ),
        (
            one("Example 2: letters in plain language"),
            one("Rewrite the most frequent letters with those who get them."),
            one("Letters quote the law, and many people call to understand them."),
        ),
        (
            one("Example 3: following a request online"),
            one("Show where a request stands, and what comes next."),
            one("People call to know where their request stands."),
        ),
    )
