"""Waiting for what a page says of itself, without the page letting text be run."""

import time

from playwright.sync_api import Page

LONGEST_SECONDS = 30
BETWEEN_MILLISECONDS = 20


def wait_until(page: Page, expression: str) -> None:
    """
    Returns once the JavaScript expression is true on the page.

    Playwright's own `wait_for_function` asks again from within the page, where a strict
    policy of scripts forbids it: it works only if the expression is true at once.

    Raises:
        TimeoutError: it is still not true after half a minute.
    """
    end = time.monotonic() + LONGEST_SECONDS
    while not page.evaluate(expression):
        if time.monotonic() > end:
            raise TimeoutError(f"still not so on {page.url}: {expression}")
        page.wait_for_timeout(BETWEEN_MILLISECONDS)
