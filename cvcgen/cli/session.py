"""What holds for the whole run: the language, the console, the options of every command."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os.path import realpath, relpath
from pathlib import Path, PurePath

from cvcgen.cli.console import Console
from cvcgen.phrases import Phrases
from cvcgen.reports.media.terminal import PLAIN, Palette
from cvcgen.wholefile import write_whole_texts


@dataclass(slots=True)
class Session:
    """One run of the command line. The parser fills in the options as it meets them."""

    phrases: Phrases
    console: Console
    folder: Path = Path()
    """The site's folder, from `-C`."""
    quiet: bool = False
    """Say only what was asked for, and errors."""
    verbose: bool = False

    def palette_for(self, target: str | None) -> Palette:
        """The colours of a report that goes to that file, or to standard output."""
        return PLAIN if target is not None else self.console.output_palette()

    def say(self, text: str) -> None:
        """Talk that `-q` silences."""
        if not self.quiet:
            self.console.talk(text)

    def deliver(self, report: str | Iterable[str], target: str | None) -> None:
        """The report to that file, or to standard output where there is none or it is `-`.

        A long one comes in several texts.
        """
        texts = (report,) if isinstance(report, str) else report
        if target is None or target == "-":
            for text in texts:
                self.console.data(text)
        else:
            write_whole_texts(Path(target), texts)


def folder_in_sources(folder: Path, environ: Mapping[str, str]) -> str:
    """Where the site lies under the root of the sources, with `/`; empty if at the root.

    CI services resolve paths from the root of the repository: GitHub and GitLab say where that
    is, elsewhere it is taken to be the working folder.
    """
    said = (environ.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    root = realpath(next(filter(None, said), "."))
    inside = PurePath(relpath(realpath(folder), root))
    if inside == PurePath() or ".." in inside.parts or inside.is_absolute():
        return ""
    return inside.as_posix()
