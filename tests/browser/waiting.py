"""Waiting for what a page says of itself, without the page letting text be run."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

LONGEST_SECONDS = 30
BETWEEN_MILLISECONDS = 20
# Scrolling to a part of the page, and what follows from it, is done with the next picture.
TWO_FRAMES = """new Promise((tell) =>
  requestAnimationFrame(() => requestAnimationFrame(() => tell(true))))"""

Seen = TypeVar("Seen")


def wait_until(page: Page, expression: str) -> None:
    """
    Returns once the JavaScript expression is true on the page.

    Playwright's own `wait_for_function` asks again from within the page, where a strict
    policy of scripts forbids it: it works only if the expression is true at once.

    Raises:
        TimeoutError: it is still not true after half a minute.
    """
    if not _comes(page, lambda: bool(page.evaluate(expression))):
        raise TimeoutError(f"still not so on {page.url}: {expression}")


def becomes(page: Page, look: Callable[[], Seen], wanted: Seen) -> None:
    """
    Returns once what is looked at is what is wanted.

    For what a page does by itself after something that Playwright does not wait for: after
    going back in its history, say, or when it complains.

    Raises:
        AssertionError: it is still something else after half a minute.
    """
    _comes(page, lambda: look() == wanted)
    assert look() == wanted


def settle(page: Page) -> None:
    """Returns once the page has been drawn as it stands."""
    page.evaluate(TWO_FRAMES)


def _comes(page: Page, is_so: Callable[[], bool]) -> bool:
    """Whether it comes to be so within half a minute, in which the page is listened to."""
    end = time.monotonic() + LONGEST_SECONDS
    while not is_so():
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(BETWEEN_MILLISECONDS)
    return True
