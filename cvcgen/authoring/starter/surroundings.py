"""The files around the content of a new repository: for people, git and editors.

They lie in `cvcgen/scaffold`: those in `common` go everywhere, those of a language to the
sites whose first language it is. A name that starts with a dot is written `dot-…` there, so
that no tool of this repository obeys a file that is meant for another one.
"""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from cvcgen.assets import scaffold_dir

_DOT = "dot-"
_OTHERWISE = "en"


def surrounding_files(language: str, title: str) -> dict[str, str]:
    """The text of each file by its path; `${title}` stands for the site's title."""
    chosen = scaffold_dir() / language
    spoken = chosen if chosen.is_dir() else scaffold_dir() / _OTHERWISE
    return {
        path: Template(text).substitute(title=title)
        for folder in (scaffold_dir() / "common", spoken)
        for path, text in _texts(folder)
    }


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        parts = file.relative_to(folder).parts
        dotted = (
            f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in parts
        )
        yield "/".join(dotted), file.read_text("utf-8")
