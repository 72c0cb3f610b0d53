"""Chromium for the tests: where it lies, how it is started."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
# As root there is no sandbox. Scrolling at once spares waiting for it. Without the last four,
# Chromium asks for hosts of its maker.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-smooth-scrolling",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium(playwright: Playwright) -> Path | None:
    """The system's Chromium, else the one that Playwright has downloaded."""
    found = next(filter(None, map(shutil.which, COMMANDS)), None)
    path = Path(found or playwright.chromium.executable_path)
    return path if path.is_file() else None


def launch(playwright: Playwright, executable: Path, *more_flags: str) -> Browser:
    """A headless browser that talks to nobody of its own accord."""
    return playwright.chromium.launch(
        executable_path=executable, args=[*FLAGS, *more_flags], headless=True
    )
