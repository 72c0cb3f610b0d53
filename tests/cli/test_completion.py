"""What each shell is offered, through the protocol of its script, and by the shell itself."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cvcgen.cli.completion import VARIABLE
from tests.building import BASE
from tests.cli.running import command, variables

SHELLS = pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
REAL = {
    "bash": 'COMP_WORDS=({line} ""); COMP_CWORD={place}; _cvcgen_completion cvcgen;'
    ' printf "%s\\n" "${{COMPREPLY[@]}}"',
    "zsh": 'words=({line} ""); CURRENT={place}; ((CURRENT++)); _cvcgen_completion',
    "fish": 'complete --do-complete "{line} "',
}
"""What each shell itself runs for a tab after the line."""
ZSH_STUBS = 'compdef() { :; }; compadd() { print -l -- "${completions[@]}"; };'
"""In place of zsh's own system, which needs a terminal."""


def asked(shell: str, *words: str, instruction: str = "complete") -> list[str]:
    """The lines that the script of the shell is given for these words, the last unfinished."""
    place = words[-1] if shell == "fish" else str(len(words) - 1)
    line = " ".join(word or "''" for word in words)
    told = {VARIABLE: f"{shell}_{instruction}", "COMP_WORDS": line, "COMP_CWORD": place}
    done = subprocess.run(
        command(), capture_output=True, check=False, env=variables({**told, "LANG": "C.UTF-8"})
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8").splitlines()


def offered(shell: str, *words: str) -> list[str]:
    """The words alone, without the help that some shells show."""
    lines = asked(shell, *words)
    if shell == "zsh":
        return lines[1::3]
    return [line.partition(",")[2].partition("\t")[0] for line in lines if line]


@SHELLS
def test_commands_and_options_are_offered(shell: str) -> None:
    assert offered(shell, "cvcgen", "ch") == ["check"]
    assert offered(shell, "cvcgen", "check", "--st") == ["--strict"]
    assert offered(shell, "cvcgen", "--la") == ["--lang"]
    assert offered(shell, "cvcgen", "check", "--format", "s") == ["sarif"]


@SHELLS
def test_ids_are_offered_from_the_folder_that_is_named(shell: str) -> None:
    folder = str(BASE)
    assert offered(shell, "cvcgen", "-C", folder, "score", "gu") == ["guichet"]
    assert offered(shell, "cvcgen", "score", "-C", folder, "gu") == ["guichet"]
    assert offered(shell, "cvcgen", "-C", folder, "rank", "c") == ["citoyens"]
    line = ("cvcgen", "-C", folder, "score", "--clientele", "c")
    assert offered(shell, *line) == ["citoyens"]
    assert offered(shell, "cvcgen", "explain", "CVC10") == [f"CVC10{n}" for n in range(1, 10)]


@SHELLS
def test_files_and_folders_are_left_to_the_shell(shell: str) -> None:
    marks = {"bash": "dir,", "zsh": "dir", "fish": "dir,"}
    assert asked(shell, "cvcgen", "-C", "x")[0].startswith(marks[shell])
    assert "file" in asked(shell, "cvcgen", "check", "--output", "x")[0]


@SHELLS
def test_a_line_that_makes_no_sense_is_offered_nothing(shell: str) -> None:
    assert offered(shell, "cvcgen", "chekc", "x") == []
    assert offered(shell, "cvcgen", "-C", "/nowhere", "score", "g") == []
    assert offered(shell, "cvcgen", "--version", "check", "nothing") == []


@SHELLS
def test_a_file_name_is_no_command(shell: str, tmp_path: Path) -> None:
    folder = tmp_path / "content/projects"
    folder.mkdir(parents=True)
    for name in ("$(touch taken).yaml", "g h.yaml", "g,h.yaml", "guichet.yaml", "g.yml"):
        (folder / name).touch()
    assert offered(shell, "cvcgen", "-C", str(tmp_path), "score", "g") == ["guichet"]


def test_no_content_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "content/projects"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "guichet.yaml")
    assert offered("bash", "cvcgen", "-C", str(tmp_path), "score", "g") == ["guichet"]


def test_a_shell_that_nobody_knows_is_no_success() -> None:
    told = variables({VARIABLE: "csh_source"})
    assert subprocess.run(command(), check=False, env=told).returncode == 1


@SHELLS
def test_a_shell_itself_completes_after_the_documented_line(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    named = tmp_path / "bin/cvcgen"
    named.parent.mkdir()
    named.write_text(f'#!/bin/sh\nexec {" ".join(command())} "$@"\n', "utf-8")
    named.chmod(0o755)
    line = ["cvcgen", "-C", str(BASE), "score"]
    press = REAL[shell].format(line=" ".join(line), place=len(line))
    script = f"{ZSH_STUBS if shell == 'zsh' else ''}\n{documented(shell)}\n{press}\n"
    path = f"{named.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, *(["-f"] if shell == "zsh" else []), "-c", script],
        capture_output=True,
        check=False,
        env=variables({"PATH": path, "HOME": str(tmp_path)}),
    )
    assert done.stdout.decode("utf-8").split() == ["guichet"], done.stderr


def documented(shell: str) -> str:
    """The line of README.md for that shell."""
    text = Path(__file__).parents[2].joinpath("README.md").read_text("utf-8")
    [line] = [line for line in text.splitlines() if f"{shell}_source" in line]
    return line.partition("#")[0].strip()
