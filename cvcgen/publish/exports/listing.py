"""Which data files there are, and what pages and the index say of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Catalogue, ClienteleId, Language, ProjectId
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.artifacts import Artifact, Download

FOLDER = PurePosixPath("data/v1")
"""Where they lie, inside the site's folder."""
INDEX = "index.json"
_JSON, _CSV = "application/json", "text/csv"


@dataclass(frozen=True, slots=True)
class DataFile:
    """What is said of one data file."""

    path: str
    """Where it lies, inside the folder of the data."""
    title: Message
    """What is in it, in a few words."""
    media_type: str
    """Such as `text/csv`."""
    schema: str | None = None
    """The name of its schema in `schemas/data/`, or None for what is not JSON."""
    rows: int | None = None
    """How many records it has, where that can be counted."""
    clientele: ClienteleId | None = None
    """The clientele it is about, or None."""
    project: ProjectId | None = None
    """The project it is about, or None."""
    language: Language | None = None
    """The language of its headings, or None where it serves all languages."""


def list_files(catalogue: Catalogue, scoreboard: Scoreboard) -> tuple[DataFile, ...]:
    """Every data file but the index, in the order in which pages list them."""
    return (
        *_list_rankings(catalogue, scoreboard),
        *_list_records(catalogue),
        *_list_projects(catalogue),
    )


def list_downloads(
    catalogue: Catalogue, scoreboard: Scoreboard, artifacts: Iterable[Artifact]
) -> tuple[Download, ...]:
    """What the pages say of the exported files; `artifacts` holds at least all of them."""
    sizes = {artifact.path: len(artifact.content) for artifact in artifacts}
    files = list_files(catalogue, scoreboard)
    index = DataFile(INDEX, message("List of all data files"), _JSON, rows=len(files))
    return tuple(
        Download(
            path=FOLDER / file.path,
            title=file.title,
            media_type=file.media_type,
            size=sizes[FOLDER / file.path],
            rows=file.rows,
            clientele=file.clientele,
            project=file.project,
            language=file.language,
        )
        for file in (*files, index)
    )


def _list_rankings(catalogue: Catalogue, scoreboard: Scoreboard) -> Iterator[DataFile]:
    for ranking in scoreboard.rankings:
        title, rows, owner = message("Ranking"), len(ranking.places), ranking.clientele
        for code in catalogue.site.languages:
            path = f"rankings/{owner}.{code}.csv"
            yield DataFile(path, title, _CSV, rows=rows, clientele=owner, language=code)
        path = f"rankings/{owner}.json"
        yield DataFile(path, title, _JSON, "ranking.schema.json", rows, clientele=owner)


def _list_records(catalogue: Catalogue) -> Iterator[DataFile]:
    yield DataFile("site.json", message("The site and its rules"), _JSON, "site.schema.json")
    for name, title, count in (
        ("clienteles", message("Clienteles"), len(catalogue.clienteles)),
        ("values", message("Values"), len(catalogue.values)),
        ("rubrics", message("Rubrics"), len(catalogue.rubrics)),
        ("projects", message("Projects"), len(catalogue.projects)),
    ):
        yield DataFile(f"{name}.json", title, _JSON, f"{name}.schema.json", count)


def _list_projects(catalogue: Catalogue) -> Iterator[DataFile]:
    title = message("Project and its scores")
    for project in catalogue.projects:
        path = f"projects/{project.id}.json"
        yield DataFile(path, title, _JSON, "project.schema.json", project=project.id)
