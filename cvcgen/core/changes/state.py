"""One state of the content with its scores: what is compared with another."""

from dataclasses import dataclass

from cvcgen.core.model import Catalogue
from cvcgen.core.ranking import Scoreboard


@dataclass(frozen=True, slots=True)
class State:
    """A catalogue without errors, and the scoreboard that was evaluated from it."""

    catalogue: Catalogue
    scoreboard: Scoreboard
