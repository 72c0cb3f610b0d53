"""`cvcgen serve` as a process: where it says it is, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from cvcgen.serving.listening import listen
from tests.cli.running import command, cvcgen, variables
from tests.serving.previews import save

PATIENCE = 60
"""Seconds after which a process that neither speaks nor ends is killed."""
SLOW = re.compile(r"Executing <.*> took [\d.]+ seconds\n")
"""What Python's development mode says of a step that took a tenth of a second or more.

That is no fault of the preview's: on a busy machine any step may.
"""
needs_signals = pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")


@dataclass
class Serving:
    """A preview in a process of its own."""

    process: "subprocess.Popen[str]"
    lines: list[str]

    def line(self) -> str:
        """The next line that it says."""
        assert self.process.stderr is not None
        while SLOW.fullmatch(said := self.process.stderr.readline()):
            pass
        self.lines.append(said)
        return said

    def port(self) -> int:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.line())
        assert found is not None, self.lines
        return int(found[1])

    def end(self, number: int) -> tuple[int, str, str]:
        """Its code, and all that it said after the lines that were read."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, SLOW.sub("", err)


@contextmanager
def serving(site: Path, *arguments: str) -> Iterator[Serving]:
    process = subprocess.Popen(
        command("--lang", "en", "-C", str(site), "serve", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=variables({"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"}),
    )
    guard = threading.Timer(PATIENCE, process.kill)
    guard.start()
    try:
        yield Serving(process, [])
    finally:
        guard.cancel()
        process.kill()
        process.communicate()


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_well_when_told(site: Path, number: int) -> None:
    with serving(site, "--port", "0") as preview:
        port = preview.port()
        assert re.fullmatch(r"no fault in \d+ files · \d+\.\d\d s\n", preview.line())
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as held:
            held.sendall(b"GET /-/changes HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert held.recv(1)
            assert preview.end(number) == (0, "", "")


@needs_signals
def test_a_line_is_said_for_each_save_and_faults_to_the_quiet_too(site: Path) -> None:
    file = site / "content/projects/guichet.yaml"
    sound = file.read_text("utf-8")
    with serving(site, "--port", "0") as preview:
        preview.port()
        preview.line()
        save(file, sound.replace("rapidite", "rapidte"))
        while "guichet" not in (said := preview.line()):
            pass
        assert said.startswith("content/projects/guichet.yaml · 1 error in 1 file; the former")
        preview.end(signal.SIGINT)


@needs_signals
def test_what_strangers_send_is_not_printed(site: Path) -> None:
    with serving(site, "--port", "0") as preview:
        port = preview.port()
        preview.line()
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as stranger:
            stranger.sendall(b"GET /\x1b[31m\r\n\r\n")
            assert stranger.recv(4096).startswith(b"HTTP/1.1 400 ")
        assert preview.end(signal.SIGINT) == (0, "", "")


@needs_signals
def test_a_port_in_use_falls_to_a_later_one(site: Path) -> None:
    with listen(0) as taken:
        port = taken.getsockname()[1]
        with serving(site, "--port", str(port)) as preview:
            assert preview.line().startswith(f"port {port} is taken: ")
            assert port < preview.port() < port + 50
            preview.end(signal.SIGINT)


@needs_signals
def test_a_second_signal_does_no_harm(site: Path) -> None:
    with serving(site, "--port", "0") as preview:
        preview.port()
        preview.line()
        preview.process.send_signal(signal.SIGINT)
        assert preview.end(signal.SIGINT) == (0, "", "")


def test_a_folder_without_a_site_is_refused_in_words(tmp_path: Path) -> None:
    ran = cvcgen("serve", folder=tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"cvcgen: there is no `cvcgen.yaml` in `{tmp_path}`; ")


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_is_a_number_of_a_port(site: Path, port: str) -> None:
    assert cvcgen("serve", "--port", port, folder=site).code == 2


def test_no_address_of_this_machine_but_its_own_can_be_asked_for(site: Path) -> None:
    assert cvcgen("serve", "--host", "0.0.0.0", folder=site).code == 2


def test_other_commands_load_nothing_that_serves_or_watches() -> None:
    program = (
        "import sys; from tests.cli.running import cvcgen\n"
        "commands = (['check'], ['--help'], ['--version'])\n"
        "codes = [int(cvcgen(*words).code) for words in commands]\n"
        "print(codes, *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert shown.startswith("[0, 0, 0] ")
    assert {"uvicorn", "watchfiles", "asyncio", "h11"} & set(shown.split()) == set()
