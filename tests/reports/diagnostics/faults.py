"""Diagnostics made by hand for the reporters' tests."""

from cvcgen.core.diagnostics import Diagnostic, Location, Note, Severity, message

PATH = "content/projects/rappel.yaml"
OTHER = "content/clienteles/citoyens.yaml"
UNKNOWN = Diagnostic(
    "CVC406",
    message("unknown value «{id}»", id="rapidte"),
    Location(PATH, 3, 3, "/a/rapidte", 7),
    (Note(Location(OTHER, 1, 1, "/pyramid", 7), message("in the pyramid")),),
    message("did you mean `{name}`?", name="rapidite"),
)
LATER = Diagnostic("CVC101", message("late"), Location(PATH, 9, 1), severity=Severity.WARNING)
TEXTS = {PATH: "a:\n  b: 1\n  rapidte: 3\n", OTHER: "pyramid:\n"}
HOSTILE = Diagnostic(
    "CVC101",
    message("bad {what}", what="\x1b]0;x\x07 ##[error]y\n::error::z, 100 % {0} [a](b)"),
    Location("a b:,%é\n.yaml", 1, 1),
)


def many(errors: int, warnings: int) -> list[Diagnostic]:
    kinds = [Severity.WARNING] * warnings + [Severity.ERROR] * errors
    return [
        Diagnostic("CVC101", message("fault"), Location(PATH, line, 1), severity=kind)
        for line, kind in enumerate(kinds, start=1)
    ]
