"""The bytes of every data file."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property, partial

from cvcgen.core.model import Catalogue, Clientele, ClienteleId, Project
from cvcgen.core.ranking import Ranking, Scoreboard
from cvcgen.publish.exports.cells import Table
from cvcgen.publish.exports.cover import describe_cover
from cvcgen.publish.exports.csvtext import render_csv
from cvcgen.publish.exports.jsontext import Node, render_json
from cvcgen.publish.exports.listing import SCHEMAS, DataFile, list_files
from cvcgen.publish.exports.numbers import Numbers
from cvcgen.publish.exports.projects import ProjectRecords
from cvcgen.publish.exports.records import (
    describe_clientele,
    describe_rubric,
    describe_site,
    describe_value,
)
from cvcgen.publish.exports.scores import ScoreData
from cvcgen.publish.exports.tables import tabulate_ranking, tabulate_raters, tabulate_weights
from cvcgen.publish.exports.workbook import render_workbook
from cvcgen.publish.voice import Voice, make_voice

SCHEMA_VERSION = "1.0"
"""Of all data files: the first number changes when a reader's program could break."""
_LINE_PER_RECORD = 2
_LINE_PER_PART = 4
"""Depth of line breaks: projects and places are one a line, a score's parts too."""


class DataFiles:
    """The data files of a site, each made when it is asked for.

    What several of them have in common is made once: they ask one object.
    """

    def __init__(self, catalogue: Catalogue, scoreboard: Scoreboard, tool_version: str) -> None:
        self._catalogue = catalogue
        self._scoreboard = scoreboard
        self._tool_version = tool_version
        self._tables: dict[ClienteleId, Table] = {}

    def list_makers(self) -> Iterator[tuple[DataFile, Callable[[], bytes]]]:
        """Every data file but the index with what makes it, in the order of pages."""
        makers = dict(self._list_makers())
        for file in list_files(self._catalogue, self._scoreboard):
            yield file, makers[file.path]

    def _list_makers(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        clienteles = {clientele.id: clientele for clientele in self._catalogue.clienteles}
        for ranking in self._scoreboard.rankings:
            path, clientele = f"rankings/{ranking.clientele}", clienteles[ranking.clientele]
            yield f"{path}.json", partial(self._write_ranking, ranking)
            for voice in self._voices:
                sheet = (clientele, ranking, voice)
                yield f"{path}.{voice.language}.csv", partial(self._write_csv, *sheet)
                yield f"{path}.{voice.language}.xlsx", partial(self._write_workbook, *sheet)
        yield "site.json", self._write_site
        yield "clienteles.json", self._write_clienteles
        yield "values.json", self._write_values
        yield "rubrics.json", self._write_rubrics
        yield "projects.json", self._write_projects
        for project in self._catalogue.projects:
            yield f"projects/{project.id}.json", partial(self._write_project, project)

    @cached_property
    def _voices(self) -> tuple[Voice, ...]:
        site = self._catalogue.site
        return tuple(make_voice(code, site.default_language) for code in site.languages)

    @cached_property
    def _numbers(self) -> Numbers:
        return Numbers(self._voices)

    @cached_property
    def _records(self) -> ProjectRecords:
        return ProjectRecords(self._numbers)

    @cached_property
    def _data(self) -> ScoreData:
        return ScoreData(self._catalogue, self._scoreboard, self._numbers)

    def _write_ranking(self, ranking: Ranking) -> bytes:
        return _write_json(self._data.describe_ranking(ranking), _LINE_PER_RECORD)

    def _write_csv(self, clientele: Clientele, ranking: Ranking, voice: Voice) -> bytes:
        return render_csv(self._tabulate(clientele, ranking), voice)

    def _write_workbook(self, clientele: Clientele, ranking: Ranking, voice: Voice) -> bytes:
        origin = self._scoreboard.origin
        cover = describe_cover(self._catalogue, clientele, origin, self._tool_version, voice)
        weights = tabulate_weights(self._catalogue, clientele)
        raters = tabulate_raters(self._catalogue, clientele)
        tables = (self._tabulate(clientele, ranking), weights, *raters)
        return render_workbook(cover, tables, voice)

    def _tabulate(self, clientele: Clientele, ranking: Ranking) -> Table:
        if clientele.id not in self._tables:
            self._tables[clientele.id] = tabulate_ranking(self._catalogue, clientele, ranking)
        return self._tables[clientele.id]

    def _write_site(self) -> bytes:
        origin, version = self._scoreboard.origin, self._tool_version
        described = describe_site(self._catalogue, origin, version, self._numbers)
        return _write_json(described, _LINE_PER_RECORD)

    def _write_clienteles(self) -> bytes:
        found = [describe_clientele(one, self._numbers) for one in self._catalogue.clienteles]
        return _write_json({"clienteles": found}, _LINE_PER_PART)

    def _write_values(self) -> bytes:
        found = [describe_value(value, self._numbers) for value in self._catalogue.values]
        return _write_json({"values": found}, _LINE_PER_PART)

    def _write_rubrics(self) -> bytes:
        found = [describe_rubric(rubric, self._numbers) for rubric in self._catalogue.rubrics]
        return _write_json({"rubrics": found}, _LINE_PER_PART)

    def _write_projects(self) -> bytes:
        found: list[Node] = [self._records.record(one) for one in self._catalogue.projects]
        return _write_json({"projects": found}, _LINE_PER_RECORD)

    def _write_project(self, project: Project) -> bytes:
        record, scores = self._records.record(project), self._data.describe_scores(project.id)
        return _write_json({"project": record, "scores": scores}, _LINE_PER_PART)


def write_index(
    files: Iterable[DataFile], sizes: Mapping[str, int], schemas: Container[str]
) -> bytes:
    """The list of all data files but itself; `sizes` by path, `schemas` by name."""
    listed: list[Node] = [
        {
            "path": file.path,
            "media_type": file.media_type,
            "schema": f"{SCHEMAS}/{file.schema}" if file.schema in schemas else None,
            "size": sizes[file.path],
            "rows": file.rows,
            "language": file.language,
        }
        for file in sorted(files, key=lambda file: file.path.split("/"))
    ]
    return _write_json({"files": listed}, _LINE_PER_RECORD)


def _write_json(content: Mapping[str, Node], depth: int) -> bytes:
    return render_json({"schema_version": SCHEMA_VERSION, **content}, depth)
