import click
import pytest

from cvcgen.cli import failures
from cvcgen.cli.console import Console
from cvcgen.cli.exits import Exit
from cvcgen.cli.failures import explain_failure
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.phrases import load_phrases
from cvcgen.wholefile import CannotWrite
from tests.cli.running import Stream


def _explained(error: Exception) -> tuple[Exit, str]:
    stream = Stream()
    session = Session(load_phrases("en"), Console(None, stream, {}))
    return explain_failure(error, "rank", session), stream.getvalue()


def test_each_kind_of_failure_has_its_code() -> None:
    assert _explained(click.UsageError("x"))[0] is Exit.USAGE
    assert _explained(CannotWrite(message("x")))[0] is Exit.ENVIRONMENT
    assert _explained(PermissionError(13, "Permission denied"))[0] is Exit.ENVIRONMENT
    assert _explained(MemoryError())[0] is Exit.ENVIRONMENT
    assert _explained(RecursionError())[0] is Exit.BUG


def test_a_shortage_of_memory_while_a_bug_is_told_explains_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def short(*_: object) -> str:
        raise MemoryError

    monkeypatch.setattr(failures, "_bug", short)
    said = (Exit.ENVIRONMENT, "cvcgen: Not enough memory\n")
    assert _explained(ImportError("no space for a module")) == said
    assert _explained(MemoryError()) == said


def test_the_environment_s_reason_is_said() -> None:
    assert _explained(CannotWrite(message("no {what}", what="room")))[1] == "cvcgen: no room\n"


def test_a_bug_outside_our_code_has_no_place() -> None:
    assert "command rank: ValueError in ?\n" in _explained(ValueError("secret"))[1]
