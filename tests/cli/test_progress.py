"""Progress: only where somebody watches, only of what takes long, and gone in the end."""

from collections.abc import Mapping

import pytest

from cvcgen.cli.console import Console
from cvcgen.cli.progress import show_progress
from cvcgen.cli.session import Session
from cvcgen.phrases import load_phrases
from tests.cli.running import Stream

SECOND = 1_000_000_000


def shown(
    *ready_at: tuple[int, int],
    language: str = "en",
    terminal: bool = True,
    environ: Mapping[str, str] | None = None,
    quiet: bool = False,
) -> str:
    """What the terminal got when so many files were ready at that tenth of a second."""
    stream = Stream(terminal)
    console = Console(Stream(terminal), stream, environ or {})
    session = Session(load_phrases(language), console, quiet=quiet)
    now = 0
    with show_progress(session, lambda: now) as report:
        for tenth, ready in ready_at:
            now = tenth * SECOND // 10
            report(ready, 4081)
    return stream.getvalue()


def test_a_short_job_says_nothing() -> None:
    assert shown((3, 100), (9, 4081)) == "\r\x1b[K"


def test_a_long_job_says_how_far_it_is_on_one_line() -> None:
    assert shown((9, 100), (10, 1234), (10, 1300), (12, 2000)) == (
        "\rRendering 1,234 of 4,081\x1b[K\rRendering 2,000 of 4,081\x1b[K\r\x1b[K"
    )


def test_it_speaks_french() -> None:
    assert "1\N{NARROW NO-BREAK SPACE}234" in shown((10, 1234), language="fr").replace(
        "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
    )


@pytest.mark.parametrize(
    "unwatched",
    [{"terminal": False}, {"environ": {"CI": "true"}}, {"environ": {"TERM": "dumb"}}],
)
def test_where_nobody_watches_nothing_is_written(unwatched: dict[str, object]) -> None:
    assert shown((10, 1234), **unwatched) == ""  # type: ignore[arg-type]


def test_quiet_is_quiet() -> None:
    assert shown((10, 1234), quiet=True) == ""


def test_the_line_is_gone_after_an_error_too() -> None:
    stream = Stream(terminal=True)
    session = Session(load_phrases("en"), Console(None, stream, {}))
    with pytest.raises(ZeroDivisionError), show_progress(session):
        raise ZeroDivisionError
    assert stream.getvalue() == "\r\x1b[K"
