"""The order of words in lists: as a dictionary would, accents and case aside."""

import unicodedata

_LIGATURES = {"œ": "oe", "æ": "ae"}


def collation_key(text: str, tie_break: str = "") -> tuple[str, str, str]:
    """What to sort a title by: its letters, then the title itself, then the tie-break.

    >>> sorted(["Zone", "école", "Eau"], key=collation_key)
    ['Eau', 'école', 'Zone']
    >>> sorted(["Offre", "Œuvre", "Océan"], key=collation_key)
    ['Océan', 'Œuvre', 'Offre']
    """
    return (text.translate(_LETTERS), text, tie_break)


class _Letters(dict[int, str]):
    """What each character is sorted as, found once: none depends on its neighbours."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFD", chr(code))
        letters = (letter for letter in apart if not unicodedata.combining(letter))
        folded = "".join(letters).casefold()
        found = self[code] = "".join(_LIGATURES.get(letter, letter) for letter in folded)
        return found


_LETTERS = _Letters()
