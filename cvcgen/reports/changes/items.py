"""What was edited, in words: records that came and went, keys, texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cvcgen.core.changes import Edit, EditKind, Fact, RecordChange, WordingEdit
from cvcgen.core.changes.excerpts import excerpts
from cvcgen.core.changes.labels import CHOICES, EDITS, EVENTS, KINDS
from cvcgen.core.changes.telling import comes_or_goes, say_along
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Language, Text, nearest_language
from cvcgen.reports.changes.causes import rating_text
from cvcgen.reports.changes.origins import Trace, Tracer
from cvcgen.reports.changes.review import Names, cut
from cvcgen.reports.scores.digits import digits_for
from cvcgen.reports.scores.wording import NOTHING


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was edited."""

    what: str
    """Which record or part of it, and what it says now."""
    effect: str
    """How many scores it moved, and what came or went with it; empty for other things."""
    trace: Trace


def tell_record(change: RecordChange, names: Names, tracer: Tracer) -> Item:
    """A record that came, went or has another id."""
    kind = KINDS[change.record.kind]
    sentence = message(
        EVENTS[change.event].template,
        kind=kind,
        record=names.record(change.record),
        former=change.former or "",
    )
    along = "".join(_along(change, names))
    return Item(names.reader.say(sentence), along, tracer.trace(change.sides.where))


def tell_edit(edit: Edit, names: Names, tracer: Tracer) -> Item:
    """A part of a record that says something else, and how many scores that moved."""
    before, after = (_fact(edit, side, names) for side in (False, True))
    phrases = names.reader.phrases
    what = _changed(_subject(edit, names), before, after, names)
    if appearing := comes_or_goes(edit):
        effect = names.reader.say(appearing)
    elif edit.scores:
        moved = phrases.many("moves {count} score", "moves {count} scores", edit.scores)
        effect = moved.format(count=edit.scores)
    else:
        effect = phrases.one("moves no score")
    effects = ", ".join([effect, *_along(edit, names)])
    return Item(what, effects, tracer.trace(edit.sides.where))


def tell_wording(edit: WordingEdit, names: Names, tracer: Tracer) -> Item:
    """A text that reads otherwise, around the first difference."""
    language = _language(edit, names)
    texts = excerpts(_in(edit.before, language), _in(edit.after, language))
    before, after = (names.quote(text) if text else NOTHING for text in texts)
    where = f"{names.record(edit.record)} · {edit.path} [{', '.join(edit.languages)}]"
    what = _changed(where, before, after, names)
    return Item(what, "", tracer.trace(edit.sides.where, edit.key))


def _along(change: RecordChange | Edit, names: Names) -> Iterator[str]:
    def many(singular: str, plural: str, count: int) -> str:
        return names.reader.phrases.many(singular, plural, count).format(count=count)

    if said := say_along(change, many):
        yield names.reader.say(said)


def _changed(subject: str, before: str, after: str, names: Names) -> str:
    sentence = message(
        "{subject}: {before} → {after}", subject=subject, before=before, after=after
    )
    return names.reader.say(sentence)


def _subject(edit: Edit, names: Names) -> str:
    value = names.value(edit.value) if edit.value else ""
    who = cut(edit.part or "")
    part = names.reader.say(message(EDITS[edit.kind].template, value=value, part=who))
    card = f" · {names.group(edit.clientele)}" if edit.clientele else ""
    return f"{names.record(edit.record)}{card} · {part}"


def _fact(edit: Edit, after: bool, names: Names) -> str:
    """One side of the edit as readers say it."""
    fact = edit.after if after else edit.before
    rating = edit.kind in (EditKind.RATING, EditKind.RATER_POINTS)
    if rating and edit.clientele and isinstance(fact, Fraction):
        return rating_text(fact, edit.clientele, after, names)
    if isinstance(fact, Fraction) and edit.kind is EditKind.PUBLISHED:
        return names.reader.percent(fact, digits_for([fact], 1, 1))
    choice = CHOICES.get(edit.kind, {}).get(str(fact))
    return names.reader.say(choice) if choice else _plain(edit.kind, fact, names)


def _plain(kind: EditKind, fact: Fact, names: Names) -> str:
    if isinstance(fact, Fraction):
        return names.reader.plain(fact)
    if isinstance(fact, tuple):
        ordered = kind is EditKind.VALUES_REORDERED
        known = {str(value): name for side in names.sides for value, name in side.names.items()}
        return ", ".join(cut(known.get(word, word)) if ordered else word for word in fact)
    return cut(fact or NOTHING)


def _language(edit: WordingEdit, names: Names) -> Language | None:
    """The reader's language where it was edited, else the first that was."""
    wanted = nearest_language(Language(names.reader.phrases.language), edit.languages)
    return wanted or next(iter(edit.languages), None)


def _in(text: Text | None, language: Language | None) -> str:
    if text is None or language is None:
        return ""
    return text.in_language(language) or ""
