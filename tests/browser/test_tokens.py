"""Goal 15: the stylesheet's colours contrast enough, in the light and in the dark scheme."""

from collections.abc import Iterator

import pytest
import tinycss2
import tinycss2.color4

from cvcgen.assets import templates_dir
from tests.browser.findings import no_findings

GOAL = "Goal 15, contrast"
PREFIX = "--cvc-"
TEXT, GRAPHIC = 4.5, 3.0
GROUNDS = ("paper", "panel")
# What each colour is for: the grounds it stands on and the contrast it needs there.
ROLES: dict[str, tuple[tuple[str, ...], float]] = {
    "ink": ((*GROUNDS, "track"), TEXT),
    "quiet": (GROUNDS, TEXT),
    "link": ((*GROUNDS, "notice"), TEXT),
    "link-hover": ((*GROUNDS, "notice"), TEXT),
    "accent": (GROUNDS, TEXT),
    "notice-ink": (("notice",), TEXT),
    "fill": ((*GROUNDS, "track"), GRAPHIC),
    "track-edge": (GROUNDS, GRAPHIC),
    "strong-line": (GROUNDS, GRAPHIC),
    "focus": ((*GROUNDS, "notice"), GRAPHIC),
}
# Grounds, and lines and tints that tell nothing by themselves.
BARE = {"paper", "panel", "notice", "notice-edge", "line", "track", "possible"}


def stylesheet() -> str:
    return (templates_dir() / "assets" / "cvcgen.css").read_text(encoding="utf-8")


def root_rules(text: str) -> Iterator[tuple[str, tinycss2.ast.Declaration]]:
    """The declarations of `:root`, each with the media query around it, or nothing."""
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.at_keyword == "media" and rule.content is not None:
            media = tinycss2.serialize(rule.prelude).strip()
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            yield from ((media, d) for r in inner for d in declarations(r))
        else:
            yield from (("", d) for d in declarations(rule))


def declarations(rule) -> Iterator[tinycss2.ast.Declaration]:
    if rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root":
        found = tinycss2.parse_declaration_list(rule.content, True, True)
        yield from (d for d in found if d.type == "declaration")


def tokens(scheme: str) -> dict[str, tuple[float, float, float]]:
    """The colours of a scheme by their name without the prefix; dark ones replace light."""
    media = {"light": {""}, "dark": {"", "(prefers-color-scheme: dark)"}}[scheme]
    found = {}
    for where, declaration in root_rules(stylesheet()):
        value = tinycss2.serialize(declaration.value).strip()
        color = tinycss2.color4.parse_color(value)
        if where in media and declaration.name.startswith(PREFIX) and color is not None:
            found[declaration.name.removeprefix(PREFIX)] = tuple(color.to("srgb").coordinates)
    return found


def luminance(color: tuple[float, float, float]) -> float:
    """WCAG's relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """WCAG's ratio, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_and_of_the_known_grey() -> None:
    white = (1.0, 1.0, 1.0)
    assert contrast((0.0, 0.0, 0.0), white) == pytest.approx(21)
    grey = (0x76 / 255,) * 3
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_contrasts_with_what_it_stands_on(scheme: str) -> None:
    colors = tokens(scheme)
    findings = []
    for name, (grounds, least) in ROLES.items():
        for ground in grounds:
            ratio = contrast(colors[name], colors[ground])
            if ratio < least:
                findings.append(f"{scheme}: {name} on {ground}: {ratio:.2f} < {least}")
    no_findings(GOAL, findings)


def test_every_colour_has_a_role_here() -> None:
    assert tokens("light").keys() == ROLES.keys() | BARE


def test_dark_scheme_sets_every_colour_anew() -> None:
    light, dark = tokens("light"), tokens("dark")
    assert [name for name, color in light.items() if dark[name] == color] == []


def test_no_colour_stands_outside_the_tokens() -> None:
    """System colours, for forced colours, are no colours of ours."""
    findings = []
    for rule in tinycss2.parse_stylesheet(stylesheet(), True, True):
        for node in _tokens_of(rule):
            if node.type == "hash" or (
                node.type == "function" and node.lower_name in {"rgb", "hsl"}
            ):
                findings.append(f"line {node.source_line}: {node.serialize()}")
    no_findings(GOAL, findings)


def _tokens_of(rule) -> Iterator:
    """The component values of a rule's declarations, but those that define tokens."""
    content = getattr(rule, "content", None) or []
    if rule.type == "at-rule":
        for inner in tinycss2.parse_rule_list(content, True, True):
            yield from _tokens_of(inner)
        return
    if rule.type != "qualified-rule":
        return
    for declaration in tinycss2.parse_declaration_list(content, True, True):
        if declaration.type == "declaration" and not declaration.name.startswith(PREFIX):
            yield from declaration.value
