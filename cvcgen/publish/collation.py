"""The order of words in lists: as a dictionary would, accents and case aside."""

import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


@lru_cache(maxsize=32_768)
def collation_key(text: str, tie_break: str = "") -> tuple[str, str, str]:
    """What to sort a title by: its letters, then the title itself, then the tie-break.

    >>> sorted(["Zone", "école", "Eau"], key=collation_key)
    ['Eau', 'école', 'Zone']
    >>> sorted(["Offre", "Œuvre", "Océan"], key=collation_key)
    ['Océan', 'Œuvre', 'Offre']
    """
    apart = unicodedata.normalize("NFD", text)
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return (letters.casefold().translate(_LIGATURES), text, tie_break)
