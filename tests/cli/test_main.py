import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cvcgen import __version__
from tests.cli.running import ROOT, command, process, variables

ONLY_VERSION = "--version"
"""Told before anything is loaded."""
WHOLE_LINE = "--version -q"
"""Told by the command line as any other."""
HEAVY = ("yaml", "jinja2", "jsonschema", "markdown", "babel")


@pytest.mark.parametrize(
    ("arguments", "unloaded"),
    [(ONLY_VERSION, (*HEAVY, "click", "dataclasses")), (WHOLE_LINE, HEAVY)],
)
def test_the_version_loads_no_reader_of_content_and_no_renderer(
    arguments: str, unloaded: tuple[str, ...]
) -> None:
    program = (
        f"import sys; sys.argv = ['cvcgen', *{arguments.split()!r}]\n"
        "from cvcgen.cli.main import main\n"
        f"main(); print([m for m in {unloaded!r} if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=ROOT
    )
    assert ran.stdout.splitlines()[1] == "[]"


def test_a_time_zone_that_is_none_stops_nothing() -> None:
    program = (
        "import sys; sys.argv = ['cvcgen', '--version']\n"
        "from cvcgen.cli.main import main\n"
        "main(); import cvcgen.publish.numbers"
    )
    subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=ROOT, env=variables({"TZ": "/etc"})
    )


@pytest.mark.parametrize("arguments", [ONLY_VERSION, WHOLE_LINE])
def test_the_version_is_told_in_the_same_words_either_way(arguments: str) -> None:
    ran = process(*arguments.split())
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().splitlines() == [f"cvcgen {__version__}"]


@pytest.mark.parametrize("arguments", ["rank", ONLY_VERSION, WHOLE_LINE])
def test_a_closed_pipe_leaves_no_traceback(arguments: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        command(*arguments.split()),
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=variables({}),
    ) as running:
        os.close(writing)
        assert running.communicate()[1] == b""
    assert running.returncode in {0, 141, -signal.SIGPIPE}


@pytest.mark.parametrize("arguments", ["rank", ONLY_VERSION, WHOLE_LINE])
def test_a_closed_standard_output_is_said(arguments: str) -> None:
    shell = f"exec {sys.executable} -m cvcgen {arguments} >&-"
    ran = subprocess.run(
        ["sh", "-c", shell], capture_output=True, check=False, cwd=ROOT, env=variables({})
    )
    assert ran.returncode == 3
    assert ran.stderr == b"cvcgen: standard output is closed\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", ["rank", "explain CVC406", ONLY_VERSION, WHOLE_LINE])
def test_a_full_disk_is_said(arguments: str) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command(*arguments.split()),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=ROOT,
            env=variables({}),
        )
    assert (ran.returncode, ran.stderr) == (3, b"cvcgen: No space left on device\n")


def test_a_console_that_cannot_encode_gets_escapes() -> None:
    ran = process("--lang", "fr", "rank", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == 0
    assert rb"\u1d49" in ran.stdout
    assert ran.stdout.isascii()


def test_nobody_looks_for_circles_in_what_ends_with_the_process() -> None:
    program = (
        "import gc, sys; sys.argv = ['cvcgen', 'rank', '--lang', 'en']\n"
        "from cvcgen.cli.main import main\n"
        "main(); print(len(gc.get_objects()), gc.get_freeze_count() > 1000)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=ROOT
    )
    looked_through, frozen = ran.stdout.splitlines()[-1].split()
    assert int(looked_through) < 1000
    assert frozen == "True"


def test_an_interrupt_while_loading_is_quiet() -> None:
    program = (
        "import sys, builtins; from cvcgen.cli.main import main\n"
        "def stop(*_, **__): raise KeyboardInterrupt\n"
        "builtins.__import__ = stop\n"
        "code = main(); sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, cwd=ROOT
    )
    assert (ran.returncode, ran.stderr) == (130, b"")
