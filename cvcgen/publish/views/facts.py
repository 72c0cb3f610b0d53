"""Facts that change less often than what they are found from, and what pages know of these."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from cvcgen.publish.reading import name_fact
from cvcgen.publish.views.context import LanguageContext, once_per_language

_Key = TypeVarTuple("_Key")
_Found = TypeVar("_Found")

SETTLED: dict[str, Callable[..., object]] = {}
"""The functions that find settled facts, by name."""


def settled(
    find: Callable[[LanguageContext, *_Key], _Found],
) -> Callable[[LanguageContext, *_Key], _Found]:
    """As `once_per_language`, for a fact that changes less often than what it is found from.

    Who asks depends on the fact alone: what was read to find it is not noted, and the next
    build finds the fact again to know whether it is another. So it is told by its `repr`, and
    the arguments are ids of clienteles and values and whole numbers.
    """
    name = f"{find.__module__.rpartition('.')[2]}.{find.__name__}"
    once = once_per_language(find)
    SETTLED[name] = once

    @wraps(find)
    def recall(page: LanguageContext, *args: *_Key) -> _Found:
        reading = page.site.reading
        reading.begin()
        try:
            found = once(page, *args)
        finally:
            reading.end()
        reading.note(name_fact(name, page.voice.language, args))
        return found

    return recall
