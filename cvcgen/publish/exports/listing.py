"""Which data files there are, and what pages and the index say of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from cvcgen.core.diagnostics import Message, message
from cvcgen.core.model import Catalogue, ClienteleId, Language, ProjectId
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.artifacts import Download

FOLDER = PurePosixPath("data/v1")
"""Where they lie, inside the site's folder."""
INDEX = "index.json"
SCHEMAS = "schemas"
"""Where the schemas of the JSON files lie, inside that folder."""
_JSON, _CSV = "application/json", "text/csv"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PLACES = message(
    "Every project that has a score: rank, score as shown and exact, interval where ratings are"
    " missing, state, points for each value."
)
_WORKBOOK = message(
    "The same as the CSV file, with the weights and a cover that says where the figures come"
    " from."
)
_RECORDS = {
    "clienteles": message("Each clientele with its pyramid: values, weights, their origin."),
    "values": message("Each value with its definition and what its levels mean."),
    "rubrics": message("Each rating scale with its levels."),
    "projects": message("Each project as written: ratings, reasons, evidence. No scores."),
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """What is said of one data file."""

    path: str
    """Where it lies, inside the folder of the data."""
    title: Message
    """What is in it, in a few words."""
    about: Message
    """What it holds, in a sentence."""
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


def offer_downloads(
    catalogue: Catalogue, scoreboard: Scoreboard, sizes: Mapping[str, int]
) -> tuple[Download, ...]:
    """What the pages say of the data files; `sizes`, in bytes by path, has at least all."""
    files = list_files(catalogue, scoreboard)
    return tuple(_offer(file, sizes) for file in (*files, _describe_index(len(files))))


def _offer(file: DataFile, sizes: Mapping[str, int]) -> Download:
    path, schema = f"{FOLDER}/{file.path}", f"{FOLDER}/{SCHEMAS}/{file.schema}"
    return Download(
        path=PurePosixPath(path),
        title=file.title,
        about=file.about,
        media_type=file.media_type,
        size=sizes[path],
        schema=PurePosixPath(schema) if schema in sizes else None,
        rows=file.rows,
        clientele=file.clientele,
        project=file.project,
        language=file.language,
    )


def _describe_index(files: int) -> DataFile:
    title = message("List of all data files")
    about = message("Every file with its size, rows, schema and language.")
    return DataFile(INDEX, title, about, _JSON, "index.schema.json", files)


def _list_rankings(catalogue: Catalogue, scoreboard: Scoreboard) -> Iterator[DataFile]:
    for ranking in scoreboard.rankings:
        title, rows, owner = message("Ranking"), len(ranking.places), ranking.clientele
        for code in catalogue.site.languages:
            for suffix, about, kind in (("csv", _PLACES, _CSV), ("xlsx", _WORKBOOK, _XLSX)):
                path = f"rankings/{owner}.{code}.{suffix}"
                yield DataFile(path, title, about, kind, None, rows, owner, language=code)
        path = f"rankings/{owner}.json"
        yield DataFile(path, title, _PLACES, _JSON, "ranking.schema.json", rows, owner)


def _list_records(catalogue: Catalogue) -> Iterator[DataFile]:
    title = message("The site and its rules")
    about = message("Title, languages, source, revision of the content, rules of ranking.")
    yield DataFile("site.json", title, about, _JSON, "site.schema.json")
    for name, title, count in (
        ("clienteles", message("Clienteles"), len(catalogue.clienteles)),
        ("values", message("Values"), len(catalogue.values)),
        ("rubrics", message("Rating scales"), len(catalogue.rubrics)),
        ("projects", message("Projects"), len(catalogue.projects)),
    ):
        schema = f"{name}.schema.json"
        yield DataFile(f"{name}.json", title, _RECORDS[name], _JSON, schema, count)


def _list_projects(catalogue: Catalogue) -> Iterator[DataFile]:
    title = message("Project and its scores")
    about = message("The project as written, and every part of each of its scores, exact.")
    for project in catalogue.projects:
        path = f"projects/{project.id}.json"
        yield DataFile(path, title, about, _JSON, "project.schema.json", project=project.id)
