"""What was edited, in words: records that came and went, keys, texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.changes import Edit, EditKind, RecordChange, Sides, WordingEdit
from cvcgen.core.changes.excerpts import excerpts
from cvcgen.core.changes.labels import CHOICES, EDITS, EVENTS, KINDS, RECORD_BACK
from cvcgen.core.changes.telling import comes_or_goes, say_along
from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Kind, Language, Text
from cvcgen.publish.typography import typeset
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.voice import Voice

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """One thing that was edited."""

    what: str
    """Which record or part of it."""
    before: str
    """What it said; empty for a whole record."""
    after: str
    """What it says; empty for a whole record."""
    effect: str
    """How many scores it moved, and what came or went with it; empty for other things."""
    where: str
    """The file and line: «content/clienteles/citoyens.yaml:33»."""
    file_href: str | None
    """The same at the repository, or None where that is not known."""


@dataclass(frozen=True, slots=True)
class ChangedList:
    """Things of one kind that were edited."""

    title: str
    """Which kind."""
    items: tuple[ChangedItem, ...]
    """At least one."""


def list_changed(states: BothStates) -> tuple[ChangedList, ...]:
    """What was edited: records, keys, texts that give meaning, other texts."""
    found = states.preview.comparison
    edits = sorted(found.own_edits, key=lambda edit: -edit.scores)
    meaning = [edit for edit in found.own_wording if edit.meaning]
    others = [edit for edit in found.own_wording if not edit.meaning]
    listed: tuple[tuple[Message, Iterable[ChangedItem]], ...] = (
        (
            message("Records that came, went or were renamed"),
            (show_record(change, states) for change in found.records),
        ),
        (
            message("What was edited, and what it moved"),
            (_show_edit(edit, states) for edit in edits),
        ),
        (
            message("Words that say what a rating means, or why it was given"),
            (_show_wording(edit, states) for edit in meaning),
        ),
        (message("Other words"), (_show_wording(edit, states) for edit in others)),
    )
    lists = (ChangedList(states.page.voice.say(title), tuple(i)) for title, i in listed)
    return tuple(changed for changed in lists if changed.items)


def show_record(change: RecordChange, states: BothStates) -> ChangedItem:
    """A record that came, went or was renamed."""
    voice = states.page.voice
    back = states.gone_since.get(change.record, "")
    sentence = message(
        (RECORD_BACK if back else EVENTS[change.event]).template,
        date=back,
        kind=KINDS[change.record.kind],
        record=states.record(change.record),
        former=change.former or "",
    )
    along = say_along(change, voice.many)
    effect = voice.say(along) if along else ""
    return _item(voice.say(sentence), ("", ""), effect, change.sides, states)


def _show_edit(edit: Edit, states: BothStates) -> ChangedItem:
    part = say_edited(edit, states)
    card = [states.name(Kind.CLIENTELE, edit.clientele).text] if edit.clientele else []
    what = " · ".join([states.record(edit.record), *card, part])
    return _item(
        what,
        (_fact(edit, False, states), _fact(edit, True, states)),
        _effect(edit, states),
        edit.sides,
        states,
    )


def _effect(edit: Edit, states: BothStates) -> str:
    voice = states.page.voice
    along = say_along(edit, voice.many)
    return ", ".join([_moved(edit, voice), *([voice.say(along)] if along else [])])


def _moved(edit: Edit, voice: Voice) -> str:
    appearing = comes_or_goes(edit)
    if appearing is not None:
        return voice.say(appearing)
    if not edit.scores:
        return voice.say(message("moves no score"))
    return voice.many("moves {count} score", "moves {count} scores", edit.scores)


def say_edited(edit: Edit, states: BothStates) -> str:
    """Which part of a record was edited: «weight of Security»."""
    value = states.name(Kind.VALUE, edit.value).text if edit.value else ""
    template = EDITS[edit.kind].template
    return states.page.voice.say(message(template, value=value, part=edit.part or ""))


def _show_wording(edit: WordingEdit, states: BothStates) -> ChangedItem:
    wanted = states.page.voice.language
    language = wanted if wanted in edit.languages else next(iter(edit.languages), wanted)
    before, after = (_in(text, language) for text in (edit.before, edit.after))
    what = f"{states.record(edit.record)} · {edit.path} [{', '.join(edit.languages)}]"
    texts = tuple(typeset(t, language) if t else _NOTHING for t in excerpts(before, after))
    return _item(what, (texts[0], texts[1]), "", edit.sides, states)


def _item(
    what: str, texts: tuple[str, str], effect: str, sides: Sides, states: BothStates
) -> ChangedItem:
    where = sides.where
    place = f"{where.path}:{where.line}" if where.path else ""
    return ChangedItem(what, *texts, effect, place, states.line_href(sides))


def _fact(edit: Edit, after: bool, states: BothStates) -> str:
    """One side of the edit as readers say it."""
    fact, voice = edit.after if after else edit.before, states.page.voice
    rating = edit.kind in (EditKind.RATING, EditKind.RATER_POINTS)
    if rating and edit.clientele and isinstance(fact, Fraction):
        return states.rating(fact, edit.clientele, after)
    choice = CHOICES.get(edit.kind, {}).get(str(fact))
    if choice is not None:
        return voice.say(choice)
    if isinstance(fact, Fraction):
        published = edit.kind is EditKind.PUBLISHED
        return voice.published_total(fact) if published else states.plain(fact)
    if isinstance(fact, tuple):
        ordered = edit.kind is EditKind.VALUES_REORDERED
        return ", ".join(
            states.name(Kind.VALUE, word).text if ordered else word for word in fact
        )
    return fact or _NOTHING


def _in(text: Text | None, language: Language) -> str:
    return "" if text is None else text.in_language(language) or ""
