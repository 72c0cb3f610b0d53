import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, command, process, variables


def test_the_version_loads_no_reader_of_content_and_no_renderer() -> None:
    program = (
        "import sys; from cvcgen.cli.main import main; sys.argv = ['cvcgen', '--version'];"
        "main(); print([m for m in ('yaml', 'jinja2', 'jsonschema', 'markdown', 'babel')"
        " if m in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=ROOT
    )
    assert ran.stdout.splitlines()[1] == "[]"


def test_a_closed_pipe_leaves_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        command("rank"), stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, env=variables({})
    ) as running:
        os.close(writing)
        assert running.communicate()[1] == b""
    assert running.returncode in {0, 141, -signal.SIGPIPE}


def test_a_closed_standard_output_is_said() -> None:
    shell = f"exec {sys.executable} -m cvcgen rank >&-"
    ran = subprocess.run(
        ["sh", "-c", shell], capture_output=True, check=False, cwd=ROOT, env=variables({})
    )
    assert ran.returncode == 3
    assert ran.stderr == b"cvcgen: standard output is closed\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command("rank"),
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
