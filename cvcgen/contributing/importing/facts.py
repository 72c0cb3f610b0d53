"""What stands above a grid, or beside a total: title, feasibility, day and raters.

An empty cell changes nothing.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cvcgen.authoring.plainyaml import Plain
from cvcgen.contributing.importing.draft import Draft, same
from cvcgen.core.diagnostics import clip, did_you_mean, message
from cvcgen.core.exact import decimal_text, fraction_text
from cvcgen.core.model import Clientele, Feasibility, Status, Text
from cvcgen.phrases import Phrases
from cvcgen.spreadsheets.forms.form import RATERS_APART, Form, Wording
from cvcgen.spreadsheets.understanding.claims import Claim, SaidText
from cvcgen.spreadsheets.words import FEASIBILITY, STATUS, Role, feasibility_of, fold, status_of
from cvcgen.workbookfile import fitted

_Choice = Feasibility | Status


def take_facts(draft: Draft, claim: Claim, phrases: Phrases) -> None:
    """Takes over what the claim says of the project itself; hints are in the reader's words."""
    project, wording = draft.project, Wording(draft.catalogue, claim.language)
    _take_text(draft, claim, Role.PROJECT, project.title if project else None, wording)
    _take_text(draft, claim, Role.SUMMARY, project.summary if project else None, wording)
    said = claim.fact(Role.FEASIBILITY)
    words = [phrases.say(FEASIBILITY[one]) for one in Feasibility]
    _take_word(draft, Role.FEASIBILITY, said, feasibility_of(said.text), words)
    said = claim.fact(Role.STATUS)
    words = [phrases.say(STATUS[one]) for one in Status]
    _take_word(draft, Role.STATUS, said, status_of(said.text), words)


def take_total(draft: Draft, claim: Claim, clientele: Clientele) -> None:
    """Takes over a total that was published."""
    if claim.published is None:
        return
    known = getattr(draft.card(clientele), "published", None)
    stated = claim.published.percent
    if known != stated:
        draft.scorecard(clientele)["published"] = stated
        before = "" if known is None else decimal_text(known) or fraction_text(known)
        after = decimal_text(stated) or fraction_text(stated)
        pointer = f"/scorecards/{clientele.id}/published"
        draft.note(pointer, before, after, claim.published.where)


def take_rating_facts(draft: Draft, claim: Claim, clientele: Clientele, form: Form) -> None:
    """Takes over when and by whom the ratings were given."""
    pointer = f"/scorecards/{clientele.id}"
    said, shown = claim.fact(Role.RATED), form.fact(Role.RATED)
    if said.text and said.text != shown:
        if _is_day(said.text):
            draft.scorecard(clientele)["rated"] = said.text
            draft.note(f"{pointer}/rated", shown, said.text, said.where)
        else:
            found = message("`{text}` is no day", text=clip(said.text))
            draft.fault("CVC606", found, said.where, message("write it as 2026-10-01"))
    said, shown = claim.fact(Role.RATERS), form.fact(Role.RATERS)
    if said.text and not same(said.text, shown) and draft.is_readable(said):
        card = draft.scorecard(clientele)
        card["raters"] = _raters(draft, card.get("raters"), claim, said.text)
        draft.note(f"{pointer}/raters", shown, said.text, said.where)


def _take_text(
    draft: Draft, claim: Claim, role: Role, known: Text | None, wording: Wording
) -> None:
    said, shown = claim.fact(role), wording.say(known)
    before = draft.wanted.get(role.value)
    if not said.text or _is_known(said.text, known, claim) or not draft.is_readable(said):
        return
    draft.wanted[role.value] = draft.text(before, claim.language, said.text)
    draft.note(f"/{role.value}", shown, said.text, said.where)


def _is_known(text: str, known: Text | None, claim: Claim) -> bool:
    """Whether the project says so in some language; a title that found it need not be exact."""
    wordings = [words for _, words in known.translations] if known else []
    if any(same(text, fitted(words)) for words in wordings):
        return True
    found_by_title = not claim.fact(Role.PROJECT_ID).text
    return found_by_title and fold(text) in {fold(words) for words in wordings}


def _take_word(
    draft: Draft, role: Role, said: SaidText, meant: _Choice | None, known: Sequence[str]
) -> None:
    before: _Choice | None = getattr(draft.project, role.value, None)
    if said.text and meant is None:
        found = message("unknown word «{word}»", word=clip(said.text))
        draft.fault("CVC604", found, said.where, did_you_mean(said.text, known))
    elif meant is not None and meant != before:
        draft.wanted[role.value] = meant.value
        draft.note(f"/{role.value}", before or "", meant.value, said.where)


def _raters(draft: Draft, before: Any, claim: Claim, text: str) -> list[Plain]:
    """Those named; one that the file names already keeps its translations."""
    default = draft.catalogue.site.default_language
    known: dict[str, Plain] = {}
    for one in before or ():
        shown = one if isinstance(one, str) else one.get(claim.language, one.get(default, ""))
        known[fold(shown)] = one
    names = [name.strip() for name in text.split(RATERS_APART.strip()) if name.strip()]
    return [known.get(fold(name)) or draft.text(None, claim.language, name) for name in names]


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
