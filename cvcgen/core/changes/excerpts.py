"""Where two texts begin to differ, short enough for a line: for reports and pages alike."""

_LONGEST = 60
"""Characters of each."""
_LONGEST_ALONE = 300
"""Characters of a text that came or went: most often a reason, which is read to its end."""
_BEFORE_DIFFERENCE = 20
"""Characters that both have in common, before what differs."""


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts where they begin to differ, at most 60 characters long each.

    A text that stands against none is 300 characters long at most.

    >>> excerpts("Obtenir le service", "Obtenir un service")
    ('Obtenir le service', 'Obtenir un service')
    """
    pairs = enumerate(zip(before, after, strict=False))
    shared = next((at for at, (one, other) in pairs if one != other), None)
    shared = min(len(before), len(after)) if shared is None else shared
    start = max(0, shared - _BEFORE_DIFFERENCE)
    longest = _LONGEST if before and after else _LONGEST_ALONE
    return _excerpt(before, start, longest), _excerpt(after, start, longest)


def _excerpt(text: str, start: int, longest: int) -> str:
    end = start + longest
    cut = " ".join(text[start:end].split())
    return f"{'…' if start and text else ''}{cut}{'…' if len(text) > end else ''}"
