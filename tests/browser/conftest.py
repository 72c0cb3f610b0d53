"""Sites that are built once, a server for them, and a browser that tells what it meets."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.chromium import find_chromium, launch
from tests.browser.serving import serve
from tests.browser.sitepages import BuiltSite, read_site
from tests.browser.sites import ROOT, build_own, build_variation
from tests.browser.visiting import Visitor
from tests.browser.waiting import LONGEST_SECONDS

NODE_MODULES = ROOT / "node_modules"
SUB_PATH = "/a/b/"

# Five seconds, Playwright's own, may pass before a busy machine has made a page anew.
expect.set_options(timeout=LONGEST_SECONDS * 1000)

Variation = Callable[[str], BuiltSite]


@pytest.fixture(scope="session")
def variation(tmp_path_factory: pytest.TempPathFactory, mounts: dict[str, Path]) -> Variation:
    """Builds a site of `sites.VARIATIONS` when it is first asked for, and serves it."""

    @cache
    def make(name: str) -> BuiltSite:
        site = build_variation(name, tmp_path_factory.mktemp(name))
        mounts[f"/{name}/"] = site
        return read_site(site)

    return make


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, mounts: dict[str, Path]) -> BuiltSite:
    """The site of this repository's content."""
    site = build_own(tmp_path_factory.mktemp("own"))
    mounts["/"] = mounts[SUB_PATH] = site
    return read_site(site)


@pytest.fixture(scope="session")
def mounts() -> dict[str, Path]:
    """The served folders by their prefix."""
    return {}


@pytest.fixture(scope="session")
def server(mounts: dict[str, Path]) -> Iterator[str]:
    """The address of the server, without a slash at the end."""
    with serve(mounts) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    executable = find_chromium(playwright)
    if executable is None:
        do_without("there is no Chromium")
    started = launch(playwright, executable)
    yield started
    started.close()


@pytest.fixture(scope="session")
def visitor(browser: Browser, server: str) -> Iterator[Visitor]:
    """Opens pages of built sites and keeps what the browser says about them."""
    made = Visitor(browser, server)
    yield made
    made.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    source = NODE_MODULES / "axe-core" / "axe.min.js"
    if not source.is_file():
        do_without("there is no axe-core")
    return source.read_text(encoding="utf-8")


def do_without(lack: str) -> NoReturn:
    """Skips the test; in continuous integration, where nothing may be missing, fails it."""
    said = f"{lack}: run scripts/set-up-browser"
    if os.environ.get("CI"):
        pytest.fail(said)
    pytest.skip(said)
