"""What a rule is for, in a terminal and in the docs."""

from collections.abc import Iterable

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules import Rule
from cvcgen.phrases import Phrases
from cvcgen.reports.media import markdown
from cvcgen.reports.media.terminal import PLAIN, Ink, Palette, escape


def explain(rule: Rule, phrases: Phrases, palette: Palette = PLAIN) -> str:
    """One rule for a terminal: title, severity, why, and an example of each kind."""
    ink = Ink.ERROR if rule.severity is Severity.ERROR else Ink.WARNING
    bad, good = phrases.one("Bad"), phrases.one("Good")
    head = f"{palette.ink(ink, rule.code)} {palette.ink(Ink.STRONG, phrases.say(rule.title))}"
    parts = [
        f"{head}\n{_kind(rule, phrases)}\n",
        f"{phrases.say(rule.why)}\n",
        f"{palette.ink(Ink.STRONG, bad)}\n{_indented(rule.bad)}",
        f"{palette.ink(Ink.STRONG, good)}\n{_indented(rule.good)}",
    ]
    return "\n".join(parts)


def explain_all(rules: Iterable[Rule], phrases: Phrases, palette: Palette = PLAIN) -> str:
    """Several rules for a terminal, one after the other."""
    return "\n\n".join(explain(rule, phrases, palette) for rule in rules)


def explain_markdown(rule: Rule, phrases: Phrases) -> str:
    """One rule as a section of Markdown; its anchor is its code."""
    title = markdown.prose(phrases.say(rule.title))
    bad, good = phrases.one("Bad"), phrases.one("Good")
    return "\n".join(
        [
            f'<a id="{rule.code.lower()}"></a>\n\n## {rule.code} {title}\n',
            f"{_kind(rule, phrases)}\n",
            f"{markdown.prose(phrases.say(rule.why))}\n",
            f"{bad}\n\n{markdown.block(rule.bad, 'yaml')}",
            f"{good}\n\n{markdown.block(rule.good, 'yaml')}",
        ]
    )


def catalogue_markdown(rules: Iterable[Rule], phrases: Phrases) -> str:
    """Every rule: a table of all codes, then a section for each."""
    every = tuple(rules)
    head = [phrases.one("Code"), phrases.one("Severity"), phrases.one("Rule")]
    rows = [
        [
            f"[{rule.code}](#{rule.code.lower()})",
            _severity(rule, phrases),
            markdown.prose(phrases.say(rule.title)),
        ]
        for rule in every
    ]
    contents = markdown.table([head, *rows], [False, False, False])
    sections = [explain_markdown(rule, phrases) for rule in every]
    title = phrases.one("Diagnostics")
    return "\n".join([f"# {title}\n", contents, *sections])


def _kind(rule: Rule, phrases: Phrases) -> str:
    kind = message("{severity} · {name}", severity=_severity(rule, phrases), name=rule.name)
    return phrases.say(kind)


def _severity(rule: Rule, phrases: Phrases) -> str:
    words = {
        Severity.ERROR: phrases.one("error"),
        Severity.WARNING: phrases.one("warning"),
    }
    return words[rule.severity]


def _indented(text: str) -> str:
    lines = (f"    {escape(line)}".rstrip() for line in text.rstrip("\n").split("\n"))
    return "".join(f"{line}\n" for line in lines)
