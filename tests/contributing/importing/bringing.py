"""Spreadsheets that are brought into a site, and what is said of them."""

from pathlib import Path

from cvcgen.contributing.importing import Import, Imported, import_spreadsheets
from cvcgen.phrases import load_phrases

ENGLISH, FRENCH = load_phrases("en"), load_phrases("fr")
GUICHET = "content/projects/guichet.yaml"


def brought(root: Path, *files: Path, **options: object) -> Imported:
    """What importing the files into the site does."""
    return import_spreadsheets(root, Import(files, **options), ENGLISH)  # type: ignore[arg-type]


def said(done: Imported) -> list[str]:
    """Each fault as `cell CODE message`."""
    return [
        f"{fault.location.cell} {fault.code} {fault.message.text(str)}"
        for fault in done.diagnostics
    ]


def grid_csv(*rows: str, title: str = "Kiosk", extra: str = "") -> str:
    """A filled grid for the citizens, as CSV."""
    head = f"Project,{title}\nClientele,Citizens\n{extra}\n"
    return head + "Value,0 None,1 Low,3 Medium,5 High,Not applicable,Reason\n" + "\n".join(rows)
