"""What every test may use: golden files, which change by one flag."""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cvcgen.forking import count_cores

settings.register_profile(
    "cvcgen", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("cvcgen")

collect_ignore = ["outside_calls.py", "benchmarks/workcount.py"]
"""Programs that tests start: importing one, to look for doctests, would run it."""

DEAREST = (
    "tests/browser/",
    "tests/test_guides.py",
    "tests/app/test_building_again.py",
    "tests/publish/test_output_killed.py",
    "tests/test_reproducible.py",
)
"""Folders and files with the longest tests."""

CompareGolden = Callable[[Path, str], None]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begins with the longest where several workers share the tests, as `make test` does.

    Else one of them would go on for a minute where the others have nothing left to do.
    """
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: not item.nodeid.startswith(DEAREST))


def pytest_xdist_auto_num_workers() -> int:
    """How many workers `-n auto` starts: one more than there are cores.

    A third of the time tests wait, for a browser or for a program that they have started.
    """
    return count_cores() + 1


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one kept, or what the user did."""
    monkeypatch.setenv("CVCGEN_CACHE", "off")


@pytest.fixture
def no_child_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every process that the test has forked must have ended, and been waited for.

    Threads and processes that other tests keep, those of a browser say, do not count.
    """
    frozen = gc.get_freeze_count()  # Python 3.12 has frozen some objects of its own
    started: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        if process:
            started.append(process)
        return process

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    yield
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
    assert gc.get_freeze_count() <= frozen


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the files of expected output anew; then read their diff",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> CompareGolden:
    """Compares a text with a file of expected output, or writes it under the flag."""
    update: bool = request.config.getoption("--update-golden")

    def compare(path: Path, text: str) -> None:
        if update:
            path.write_bytes(text.encode("utf-8"))
        assert path.is_file(), f"{path} is missing: run pytest --update-golden"
        assert text == path.read_bytes().decode("utf-8")

    return compare
