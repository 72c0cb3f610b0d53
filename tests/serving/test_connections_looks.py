"""At what a look finds a connection idle; what happens between two looks, moment by moment."""

import socket
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from cvcgen.serving.connections import BoundedConnection


@dataclass(eq=False)
class Answer:
    """What uvicorn knows of one; no two are the same."""

    response_complete: bool


@dataclass
class Wire:
    """A transport that is asked how much it still holds for a reader, and told to end."""

    behind: socket.socket
    held: int = 0
    is_cut: bool = False

    def get_write_buffer_size(self) -> int:
        return self.held

    def get_extra_info(self, _name: str) -> socket.socket:
        return self.behind

    def abort(self) -> None:
        self.is_cut = True


def looked_at(moments: Iterable[tuple[object, int]]) -> list[bool]:
    """Whether it is cut after each look.

    Each is at the answer that it was last sent, and at how much of that it has not taken.
    """
    with socket.socket() as held:
        wire, cut = Wire(held), []
        # No more of it than a look needs.
        connection: Any = BoundedConnection.__new__(BoundedConnection)
        connection.transport = wire
        connection.loop = SimpleNamespace(call_later=lambda *_: None)
        for connection.cycle, wire.held in moments:
            connection._look_again()
            cut.append(wire.is_cut)
        return cut


DONE, ALSO_DONE, BEGUN = Answer(True), Answer(True), Answer(False)


@pytest.mark.parametrize(
    ("moments", "is_cut"),
    [
        ([(None, 0)], True),  # it never asked
        ([(DONE, 0), (ALSO_DONE, 0), (DONE, 0)], False),  # it asked again each time
        ([(DONE, 0), (DONE, 0)], True),
        ([(BEGUN, 9), (BEGUN, 8), (BEGUN, 7)], False),  # it takes what it gets, if slowly
        ([(BEGUN, 9), (BEGUN, 9)], True),
        ([(BEGUN, 0), (BEGUN, 0)], False),  # it listens, or we are slow
    ],
)
def test_only_who_did_nothing_since_the_last_look_is_cut(
    moments: list[tuple[object, int]], is_cut: bool
) -> None:
    assert looked_at(moments) == [*[False] * (len(moments) - 1), is_cut]


def test_an_answer_that_has_just_ended_leaves_time_to_ask_again() -> None:
    answer = Answer(False)

    def ending() -> Iterator[tuple[object, int]]:
        yield answer, 0
        answer.response_complete = True
        yield answer, 0
        yield answer, 0

    assert looked_at(ending()) == [False, False, True]
