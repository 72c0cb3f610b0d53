"""The order of words in lists: as a dictionary would, accents and case aside."""

import unicodedata


def collation_key(text: str, tie_break: str = "") -> tuple[str, str, str]:
    """What to sort a title by: its letters, then the title itself, then the tie-break.

    >>> sorted(["Zone", "école", "Eau"], key=collation_key)
    ['Eau', 'école', 'Zone']
    """
    apart = unicodedata.normalize("NFD", text)
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return (letters.casefold(), text, tie_break)
