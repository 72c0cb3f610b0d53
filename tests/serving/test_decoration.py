import re

import pytest

from cvcgen.serving.decoration import blank_page, decorate, language_of, widen
from cvcgen.serving.faultpanel import Panel

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
PAGE = (
    '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    "<title>Classement &amp; cie</title>\n</head>\n<body>\n<p>é</p>\n</body>\n</html>\n"
)
PANEL = Panel("2 <faults>", '<div role="alert">!</div>\n')


def decorated(page: str, panel: Panel | None = None) -> str:
    return decorate(page.encode(), panel).content.decode()


def test_a_sound_page_gains_one_script_and_nothing_else() -> None:
    made = decorate(PAGE.encode(), None)
    line = f'<script src="/-/reload.js" data-version="{made.version}" defer></script>\n'
    plain = made.content.decode().replace("&#x27;", "'")
    assert plain == PAGE.replace("</head>", f"{line}</head>")


def test_faults_stand_first_in_the_body_and_before_the_title() -> None:
    text = decorated(PAGE, PANEL)
    assert f"<body>\n{PANEL.html}\n<p>é</p>" in text
    assert "<title>2 &lt;faults&gt; – Classement &amp; cie</title>" in text
    assert '<link rel="stylesheet" href="/-/faults.css">' in text


def test_the_version_says_whether_a_reader_would_see_a_difference() -> None:
    versions = {
        decorate(page.encode(), panel).version
        for page in (PAGE, PAGE.replace("é", "è"))
        for panel in (None, PANEL)
    }
    assert len(versions) == 4
    assert decorate(PAGE.encode(), None).version == decorate(PAGE.encode(), None).version


def test_a_page_without_a_head_has_its_script_too() -> None:
    assert decorated("<p>own</p>").startswith("<p>own</p><script src=")


def test_text_that_looks_like_a_substitution_is_only_text() -> None:
    panel = Panel(r"\1 \g<0>", r'<div role="alert">\1 \g<0></div>')
    text = decorated(PAGE, panel)
    assert r'<div role="alert">\1 \g<0></div>' in text
    assert r"<title>\1 \g&lt;0&gt; – " in text


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (POLICY, POLICY),
        (
            "default-src 'none'",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
        ),
        ("img-src 'self'", "img-src 'self'"),
        ("default-src 'self'", "default-src 'self'"),
        ("default-src *", "default-src *"),
        (
            "script-src 'none'; CONNECT-SRC https://a.example",
            "script-src 'self'; connect-src https://a.example 'self'",
        ),
        ("", ""),
        # The first of two directives of one name is the one that counts.
        ("script-src 'self'; script-src 'none'", "script-src 'self'; script-src 'self'"),
    ],
)
def test_a_policy_is_widened_by_the_own_origin_where_it_must_be(
    policy: str, expected: str
) -> None:
    shortened = dict.fromkeys(expected.split("; "))
    assert widen(policy) == "; ".join(shortened)


def test_the_policy_of_the_page_is_the_widened_one() -> None:
    text = decorated(PAGE.replace(POLICY, "default-src 'none'"))
    found = re.search(r'content="(default-src[^"]*)"', text)
    assert found is not None
    assert found[1].replace("&#x27;", "'") == widen("default-src 'none'")


@pytest.mark.parametrize(
    ("page", "language"),
    [
        (PAGE, "fr"),
        ('<html class="a" lang=en-CA>', "en-ca"),
        ("<p>", "en"),
        ('<html lang=">', "en"),
        (" " * 1024 + '<html lang="fr">', "en"),  # no page begins so late
    ],
)
def test_a_page_says_what_language_it_is_in(page: str, language: str) -> None:
    assert language_of(page.encode(), "en") == language


def test_a_blank_page_takes_its_language_for_text() -> None:
    assert b'<html lang="&quot;&gt;&lt;x&gt;">' in blank_page('"><x>')


def test_a_blank_page_can_be_decorated() -> None:
    text = decorate(blank_page("fr"), PANEL).content.decode()
    assert '<html lang="fr">' in text
    assert PANEL.html in text
    assert "script-src &#x27;self&#x27;" in text
