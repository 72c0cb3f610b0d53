"""Which known word a misspelt one comes closest to, found with bounded work.

A file may hold thousands of unknown words beside thousands of known ones, chosen so that each
pair takes long to compare. What is looked for in one file therefore shares one `Effort`. The
words of the hint are for `diagnostics`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import combining, normalize

MOST_WORK = 50_000
"""Glances at known words for the faults of one file: half a second of them."""
_PAIRS_OF_LETTERS = 20
"""As many take as long as a glance, where two words are compared letter by letter."""
_LONGEST_KNOWN = 200
"""Of a longer name the beginning is folded: it is too long to be like a word anyway."""


@dataclass(slots=True)
class Effort:
    """How much is still done to find what the unknown words of one file were meant to be."""

    left: int = MOST_WORK
    """In glances at known words; none is looked at once it is spent."""
    _folded: dict[str, str] = field(default_factory=dict)
    """The known words that were looked at, as `fold` gives them."""

    @property
    def is_spent(self) -> bool:
        """Whether nothing more is looked for."""
        return self.left <= 0

    def glance(self, name: str) -> str:
        """The known word as it is compared; folded once, though it is looked at often."""
        self.left -= 1
        if name not in self._folded:
            self._folded[name] = fold(name[:_LONGEST_KNOWN])
        return self._folded[name]

    def closest(self, word: str, known: Iterable[str], least: float) -> str | None:
        """The folded word most like the folded `word`, by `SequenceMatcher.ratio`.

        None where no ratio reaches `least`, in [0, 1]. Of two ties the later word is taken.
        Words that share the most letters come first: no other is compared that cannot win.
        """
        from difflib import SequenceMatcher  # noqa: PLC0415 - of faults alone, which are few

        matcher = SequenceMatcher(b=word)
        hopeful = []
        for name in known:
            matcher.set_seq1(name)
            bound = matcher.real_quick_ratio()
            if bound >= least and (bound := matcher.quick_ratio()) >= least:
                hopeful.append((bound, name))
        best: tuple[float, str] = (least, "")
        for bound, name in sorted(hopeful, reverse=True):
            if bound < best[0] or self.is_spent:
                break
            self.left -= len(word) * len(name) // _PAIRS_OF_LETTERS
            matcher.set_seq1(name)
            best = max(best, (matcher.ratio(), name))
        return best[1] or None


def fold(word: str) -> str:
    """The word without case, accents and the kind of its hyphens."""
    bare = (c for c in normalize("NFD", word.casefold()) if not combining(c))
    return "".join(bare).replace("_", "-").replace(" ", "-")
