"""The ratings of a grid or a row, put beside those of the file.

A cell that says what the exported grid of the file as it stands would say changes nothing; a
mark or a reason that was taken away does: there the cell says «none».
"""

from copy import deepcopy
from typing import Any

from cvcgen.authoring.plainyaml import Plain
from cvcgen.contributing.importing.draft import Draft, same
from cvcgen.contributing.importing.facts import take_rating_facts
from cvcgen.core.diagnostics import message
from cvcgen.core.model import Clientele, Language, RatedScorecard
from cvcgen.spreadsheets.forms.form import Form, FormRow, points_text
from cvcgen.spreadsheets.understanding.claims import Claim, SaidRating


def take_ratings(draft: Draft, claim: Claim, clientele: Clientele, form: Form) -> None:
    """Takes over the ratings that differ from those of the form, and when they were given.

    `form` is the grid of the project as it stands.
    """
    rows = {row.value: row for row in form.rows}
    changed = [one for one in claim.ratings if not _agrees(one, rows[one.value])]
    card = draft.card(clientele)
    if changed and isinstance(card, RatedScorecard) and card.rule is not None:
        found = message("`{path}` keeps what each rater gave", path=draft.path)
        hint = message("change the ratings in that file")
        draft.fault("CVC609", found, changed[0].where, hint)
        return
    is_new = draft.project is None and bool(claim.ratings)
    if changed or is_new:
        _add_missing(draft, clientele)
        for said in changed:
            _take(draft, claim.language, said, rows[said.value], clientele)
    if changed or is_new or isinstance(card, RatedScorecard):
        take_rating_facts(draft, claim, clientele, form)


def _agrees(said: SaidRating, row: FormRow) -> bool:
    """Whether the cells say what the exported grid would."""
    return _same_level(said, row) and (
        said.reason is None or same(said.reason.text, row.reason)
    )


def _same_level(said: SaidRating, row: FormRow) -> bool:
    return said.points == row.points and said.not_applicable == row.not_applicable


def _add_missing(draft: Draft, clientele: Clientele) -> None:
    """Where the file does not say a value's rating, it waits for one."""
    ratings: dict[str, Any] = draft.scorecard(clientele).setdefault("ratings", {})
    for entry in clientele.pyramid:
        ratings.setdefault(str(entry.value), None)


def _take(
    draft: Draft, language: Language, said: SaidRating, row: FormRow, clientele: Clientele
) -> None:
    """Takes over one rating, with its reason where there is a column for it."""
    if said.reason is not None and not draft.is_readable(said.reason):
        return
    reason = said.reason.text if said.reason is not None else row.reason
    if said.not_applicable and not reason:
        found = message("nothing says why `{value}` does not apply", value=said.value)
        hint = message("write it in the column of reasons of a grid")
        draft.fault("CVC607", found, said.where, hint)
        return
    ratings = draft.scorecard(clientele)["ratings"]
    before = ratings.get(said.value)
    text = _reason(draft, before, language, reason, row)
    ratings[said.value] = _rating(said, before, text)
    pointer = f"/scorecards/{clientele.id}/ratings/{said.value}"
    if _same_level(said, row) and said.reason is not None:
        draft.note(pointer, row.reason, reason, said.reason.where)
    else:
        draft.note(pointer, _shown(row), _shown(said), said.where)


def _reason(draft: Draft, before: Any, language: Language, reason: str, row: FormRow) -> Plain:
    """The reason to be: as it was where its cell was left alone, in the other languages too."""
    known = before if isinstance(before, dict) else {}
    text: Plain = known.get("not_applicable", known.get("why"))
    if same(reason, row.reason):
        return text
    return draft.text(text, language, reason) if reason else None


def _rating(said: SaidRating, before: Any, text: Plain) -> Plain:
    """The rating as the file says it; its evidence stays."""
    if said.not_applicable:
        return {"not_applicable": text}
    if said.points is None:
        return None
    known: dict[str, Any] = deepcopy(before) if isinstance(before, dict) else {}
    rest = {
        key: part
        for key, part in known.items()
        if key not in ("points", "why", "not_applicable")
    }
    whole: dict[str, Plain] = {"points": said.points, **({"why": text} if text else {}), **rest}
    return whole if len(whole) > 1 or "points" in known else said.points


def _shown(rating: SaidRating | FormRow) -> str:
    if rating.not_applicable:
        return "not_applicable"
    return "null" if rating.points is None else points_text(rating.points)
