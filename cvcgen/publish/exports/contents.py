"""The bytes of every data file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from cvcgen.core.model import Catalogue
from cvcgen.core.ranking import Scoreboard
from cvcgen.publish.artifacts import Artifact
from cvcgen.publish.exports.cover import describe_cover
from cvcgen.publish.exports.csvtext import render_csv
from cvcgen.publish.exports.jsontext import Node, encode, render_json
from cvcgen.publish.exports.listing import FOLDER, INDEX, SCHEMAS, DataFile, list_files
from cvcgen.publish.exports.numbers import Numbers
from cvcgen.publish.exports.records import (
    describe_clientele,
    describe_project,
    describe_rubric,
    describe_site,
    describe_value,
)
from cvcgen.publish.exports.scores import ScoreData
from cvcgen.publish.exports.tables import tabulate_ranking, tabulate_weights
from cvcgen.publish.exports.workbook import render_workbook
from cvcgen.publish.voice import Voice, make_voice

SCHEMA_VERSION = "1.0"
"""Of all data files: the first number changes when a reader's program could break."""
_LINE_PER_RECORD = 2
_LINE_PER_PART = 4
"""Depth of line breaks: projects and places are one a line, a score's parts too."""


def export_data(
    catalogue: Catalogue,
    scoreboard: Scoreboard,
    tool_version: str,
    schemas: Mapping[str, bytes] | None = None,
) -> tuple[Artifact, ...]:
    """Every data file of the site, the index first.

    `schemas`, the files of `schemas/data/` by name, are published beside the data where given.
    """
    site = catalogue.site
    voices = tuple(make_voice(code, site.default_language) for code in site.languages)
    numbers = Numbers(voices)
    data = ScoreData(catalogue, scoreboard, numbers)
    contents = {
        **dict(_write_rankings(scoreboard, data)),
        **dict(_write_sheets(catalogue, scoreboard, voices, tool_version)),
        **dict(_write_records(catalogue, scoreboard, numbers, tool_version)),
        **dict(_write_projects(catalogue, data, numbers)),
    }
    schemas = schemas or {}
    index = _write_index(list_files(catalogue, scoreboard), contents, schemas)
    published = {f"{SCHEMAS}/{name}": schemas[name] for name in sorted(schemas)}
    files = {INDEX: index, **contents, **published}
    return tuple(Artifact(FOLDER / path, content) for path, content in files.items())


def _write_rankings(scoreboard: Scoreboard, data: ScoreData) -> Iterator[tuple[str, bytes]]:
    for ranking in scoreboard.rankings:
        content = _write_json(data.describe_ranking(ranking), _LINE_PER_RECORD)
        yield f"rankings/{ranking.clientele}.json", content


def _write_sheets(
    catalogue: Catalogue, scoreboard: Scoreboard, voices: tuple[Voice, ...], tool_version: str
) -> Iterator[tuple[str, bytes]]:
    clienteles = {clientele.id: clientele for clientele in catalogue.clienteles}
    for ranking in scoreboard.rankings:
        clientele = clienteles[ranking.clientele]
        places = tabulate_ranking(catalogue, clientele, ranking)
        weights = tabulate_weights(catalogue, clientele)
        for voice in voices:
            path = f"rankings/{clientele.id}.{voice.language}"
            cover = describe_cover(catalogue, clientele, scoreboard.origin, tool_version, voice)
            yield f"{path}.csv", render_csv(places, voice)
            yield f"{path}.xlsx", render_workbook(cover, (places, weights), voice)


def _write_records(
    catalogue: Catalogue, scoreboard: Scoreboard, numbers: Numbers, tool_version: str
) -> Iterator[tuple[str, bytes]]:
    site = describe_site(catalogue, scoreboard.origin, tool_version, numbers)
    rubrics: list[Node] = [describe_rubric(rubric, numbers) for rubric in catalogue.rubrics]
    values: list[Node] = [describe_value(value, numbers) for value in catalogue.values]
    clienteles = [describe_clientele(clientele, numbers) for clientele in catalogue.clienteles]
    yield "site.json", _write_json(site, _LINE_PER_RECORD)
    yield "clienteles.json", _write_json({"clienteles": clienteles}, _LINE_PER_PART)
    yield "values.json", _write_json({"values": values}, _LINE_PER_PART)
    yield "rubrics.json", _write_json({"rubrics": rubrics}, _LINE_PER_PART)


def _write_projects(
    catalogue: Catalogue, data: ScoreData, numbers: Numbers
) -> Iterator[tuple[str, bytes]]:
    records: list[Node] = []
    for project in catalogue.projects:
        record = encode(describe_project(project, numbers))
        records.append(record)
        content = {"project": record, "scores": data.describe_scores(project.id)}
        yield f"projects/{project.id}.json", _write_json(content, _LINE_PER_PART)
    yield "projects.json", _write_json({"projects": records}, _LINE_PER_RECORD)


def _write_index(
    files: Iterable[DataFile], contents: Mapping[str, bytes], schemas: Mapping[str, bytes]
) -> bytes:
    listed: list[Node] = [
        {
            "path": file.path,
            "media_type": file.media_type,
            "schema": f"{SCHEMAS}/{file.schema}" if file.schema in schemas else None,
            "size": len(contents[file.path]),
            "rows": file.rows,
            "language": file.language,
        }
        for file in sorted(files, key=lambda file: PurePosixPath(file.path))
    ]
    return _write_json({"files": listed}, _LINE_PER_RECORD)


def _write_json(content: Mapping[str, Node], depth: int) -> bytes:
    return render_json({"schema_version": SCHEMA_VERSION, **content}, depth)
