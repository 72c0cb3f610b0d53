"""The files around the content of a new repository: for people, git and editors.

They lie in `cvcgen/scaffold`: those in `common` go everywhere, those of a language to the
sites whose first language it is. A name that starts with a dot is written `dot-…` there, so
that no tool of this repository obeys a file that is meant for another one.
"""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from cvcgen.assets import ci_dir, scaffold_dir
from cvcgen.phrases import spoken_language

_DOT = "dot-"
_SCRIPTS = (
    "check",
    "comment.py",
    "diff",
    "faulty.md",
    "github.py",
    "handover.py",
    "handover.schema.json",
    "inert.py",
    "shape.py",
    "summary.py",
)
"""The scripts of this repository's `ci/` that serve any other."""


def surrounding_files(language: str, title: str, version: str) -> dict[str, str]:
    """The text of each file by its path.

    In those of the scaffold `${title}` stands for the site's title, `${version}` for that of
    the tool and `${locale}` for the language of reports; the scripts for CI are our own.
    """
    spoken = spoken_language(language)
    words = {"title": title, "version": version, "locale": f"{spoken}_CA.UTF-8"}
    written = {
        path: Template(text).substitute(words)
        for folder in (scaffold_dir() / "common", scaffold_dir() / spoken)
        for path, text in _texts(folder)
    }
    scripts = {f"ci/{name}": (ci_dir() / name).read_text("utf-8") for name in _SCRIPTS}
    return {**scripts, **written}


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        parts = file.relative_to(folder).parts
        dotted = (
            f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in parts
        )
        yield "/".join(dotted), file.read_text("utf-8")
