"""The small marks of what a score, rank or rating was before."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cvcgen.core.diagnostics import message
from cvcgen.core.exact import telling_digits
from cvcgen.core.model import ValueId
from cvcgen.core.ranking import Place
from cvcgen.publish.views.context import PageContext
from cvcgen.publish.views.standing import show_score

if TYPE_CHECKING:  # a site that is compared with nothing needs no comparison
    from cvcgen.core.changes import ScoreChange


@dataclass(frozen=True, slots=True)
class Move:
    """By how many ranks a project rose or fell."""

    kind: str
    """`up` or `down`, for the style."""
    sign: str
    """A triangle and the number: «▲3»."""
    words: str
    """The same for who hears it: «up by 3 ranks»."""


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """What a score and its rank were, in the state that is compared with or lately."""

    move: Move | None
    """By how many ranks it moved; None where it did not, or had no rank."""
    before: str
    """What it was: «was 52.4%, 5th», «5th before May 12, 2026»; or that it is new."""


def mark_change(page: PageContext, place: Place) -> ChangeMark | None:
    """The mark of a place, or None where nothing of it changed or nothing is compared.

    On a site with its history, and no preview, it tells the last move of its rank.
    """
    preview = page.site.preview
    if preview is None:
        return _mark_last_move(page, place)
    change = preview.changes.get((place.project, place.score.clientele))
    if change is None:
        return None
    before = _say_before(page, change)
    return ChangeMark(show_move(page, change), before) if before else None


def _mark_last_move(page: PageContext, place: Place) -> ChangeMark | None:
    """What the rank was before the last commit that moved ranks of the clientele."""
    history = page.site.history
    step = history.latest.get((place.score.clientele, place.project)) if history else None
    if step is None or step.former is None:
        return None
    old, new = step.former.place, step.point.place
    if old is None or old.rank is None or new is None or new.rank != place.rank:
        return None
    rank = page.voice.rank(old.rank, old.tied)
    date = page.voice.date(step.point.occasion.origin.day)
    before = message("{rank} before {date}", rank=rank, date=date)
    return ChangeMark(show_ranks(page, old.rank - (new.rank or 0)), page.voice.say(before))


def show_move(page: PageContext, change: "ScoreChange") -> Move | None:
    """The ranks between before and after, or None where there are none."""
    return show_ranks(page, change.rank_change)


def show_ranks(page: PageContext, ranks: int) -> Move | None:
    """By how many ranks something rose (above 0) or fell, or None for none."""
    if not ranks:
        return None
    many = page.voice.many
    if ranks > 0:
        return Move("up", f"▲{ranks}", many("up by {count} rank", "up by {count} ranks", ranks))
    down = many("down by {count} rank", "down by {count} ranks", -ranks)
    return Move("down", f"▼{-ranks}", down)


def show_ends(page: PageContext, change: "ScoreChange") -> tuple[str, str]:
    """The score before and after, with as many decimals as tell one from the other."""
    return show_scores(page, change.before, change.after)


def show_scores(
    page: PageContext, before: Place | None, after: Place | None
) -> tuple[str, str]:
    """Two scores with as many decimals as tell one from the other; a dash for none."""
    places = [place for place in (before, after) if place is not None]
    digits = max((place.digits for place in places), default=0)
    totals = [place.score.total for place in places]
    known = [total for total in totals if total is not None]
    digits = max(telling_digits(known, digits), default=digits)
    first, second = (
        show_score(replace(place, digits=digits), page.voice) if place else "–"
        for place in (before, after)
    )
    return first, second


def _say_before(page: PageContext, change: "ScoreChange") -> str:
    """What was otherwise, in words; empty where nothing is that a reader sees."""
    old, new, voice = change.before, change.after, page.voice
    if old is None:
        return voice.say(message("new score"))
    said = [show_ends(page, change)[0]] if change.moved else []
    if new and (old.rank, old.tied) != (new.rank, new.tied):
        ranked = message("not ranked")
        said.append(voice.say(ranked) if old.rank is None else voice.rank(old.rank, old.tied))
    return voice.say(message("was {before}", before=", ".join(said))) if said else ""


def say_former(page: PageContext, place: Place, value: ValueId) -> str:
    """What the value's weight and level were, or that it is new; empty where both are."""
    preview = page.site.preview
    if preview is None:
        return ""
    from cvcgen.publish.views.formerrating import tell_former  # noqa: PLC0415 - for previews

    return tell_former(page, preview, place, value)


def say_gone(page: PageContext, place: Place) -> tuple[str, ...]:
    """The values that left the pyramid, with what they were, a sentence each."""
    preview = page.site.preview
    if preview is None:
        return ()
    from cvcgen.publish.views.formerrating import tell_gone  # noqa: PLC0415 - for previews

    return tuple(tell_gone(page, preview, place))
