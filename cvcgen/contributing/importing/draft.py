"""A project's file as spreadsheets want it, with the cell that each change comes from."""

from dataclasses import dataclass, field
from typing import Any

from cvcgen.authoring.plainyaml import Plain
from cvcgen.core.diagnostics import Diagnostic, Location, Message, Note, clip, message
from cvcgen.core.formulas import rearm
from cvcgen.core.hidden import HIDDEN
from cvcgen.core.model import Catalogue, Clientele, Language, Project, Scorecard
from cvcgen.spreadsheets.understanding.claims import SaidText

_NONE = message("nothing")
_ALLOWED = "\r\n\t"


@dataclass(slots=True)
class Draft:
    """A file to be; claims are taken over into it one by one."""

    catalogue: Catalogue
    """The site as it stands."""
    path: str
    """Of the file, inside the site."""
    project: Project | None
    """As it stands; None where there is no file yet."""
    wanted: dict[str, Any]
    """What the file is to say, as plain values."""
    places: dict[str, Location] = field(default_factory=dict)
    """The cell that each new part comes from, by JSON Pointer."""
    changes: list[Diagnostic] = field(default_factory=list)
    """What differs from the file as it stands, each at its cell."""
    faults: list[Diagnostic] = field(default_factory=list)
    """What cannot be taken over."""
    _said: dict[str, str] = field(default_factory=dict)

    def note(self, pointer: str, before: str, after: str, where: Location) -> None:
        """Remembers the cell of a part, and what it would change where the file exists.

        Two sheets that say two things of one part are a fault.
        """
        first = self.places.setdefault(pointer, where)
        if self._said.setdefault(pointer, after) != after:
            found = message(
                "`{pointer}` is said twice, differently", pointer=pointer.lstrip("/")
            )
            other = Note(first, message("the other one"))
            self.faults.append(Diagnostic("CVC608", found, where, (other,)))
        if self.project is not None:
            found = message(
                "`{pointer}` is {before} in `{path}`, and {after} here",
                pointer=pointer.lstrip("/"),
                before=_quoted(before),
                after=_quoted(after),
                path=self.path,
            )
            hint = message("--update takes over what the spreadsheet says")
            self.changes.append(Diagnostic("CVC609", found, where, hint=hint))

    def fault(
        self, code: str, found: Message, where: Location, hint: Message | None = None
    ) -> None:
        """Notes what cannot be taken over."""
        self.faults.append(Diagnostic(code, found, where, hint=hint))

    def card(self, clientele: Clientele) -> Scorecard | None:
        """The scorecard as it stands."""
        cards = self.project.scorecards if self.project else ()
        return next((card for card in cards if card.clientele == clientele.id), None)

    def scorecard(self, clientele: Clientele) -> dict[str, Any]:
        """The scorecard to be; a reason why the clientele is not concerned gives way."""
        cards = self.wanted.setdefault("scorecards", {})
        card: dict[str, Any] = cards.setdefault(str(clientele.id), {})
        card.pop("not_concerned", None)
        return card

    def text(self, before: Any, language: Language, text: str) -> Plain:
        """The text in that language, beside what the file says in others."""
        default = self.catalogue.site.default_language
        text = text.replace("\r\n", "\n")
        if before is None:
            return text if language == default else {str(language): text}
        if isinstance(before, str):
            return text if language == default else {str(default): before, str(language): text}
        return {**before, str(language): text}

    def is_readable(self, said: SaidText) -> bool:
        """Whether the text holds nothing invisible; a fault says where it does."""
        found = (one[0] for one in HIDDEN.finditer(said.text) if one[0] not in _ALLOWED)
        hidden = next(found, None)
        if hidden is not None:
            code = f"{ord(hidden):04X}"
            told = message("the invisible character U+{code} stands here", code=code)
            self.fault("CVC606", told, said.where, message("delete it"))
        return hidden is None


def same(text: str, shown: str) -> bool:
    """Whether a cell still holds what was exported; spaces and line ends do not count."""
    return " ".join(text.split()) in {" ".join(one.split()) for one in (shown, rearm(shown))}


def _quoted(text: str) -> Message:
    return message("`{text}`", text=clip(" ".join(text.split()))) if text else _NONE
