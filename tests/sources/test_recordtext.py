"""Records written as JSON and read again: the same, down to the last place."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.core.model import Kind, Project, ProjectId
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.recordtext import read_text, write_text
from cvcgen.sources.snapshot import read_directory

SITES = Path(__file__).resolve().parents[1] / "sites"
EVERY = [SITES / "base", *sorted((SITES / "valid").iterdir()), SITES.parents[1]]


@pytest.mark.parametrize("site", EVERY, ids=lambda site: site.name)
def test_every_record_is_read_as_it_was_written(site: Path) -> None:
    catalogue = load_catalogue(read_directory(site)).catalogue
    families = {
        Kind.RUBRIC: catalogue.rubrics,
        Kind.VALUE: catalogue.values,
        Kind.CLIENTELE: catalogue.clienteles,
        Kind.PROJECT: catalogue.projects,
    }
    for kind, records in families.items():
        for record in records:
            found = read_text(kind, write_text(kind, record), record.where.path)
            assert found == record
            assert repr(found) == repr(record)  # places, too, which take no part in equality


def test_an_id_of_a_name_that_is_no_utf8_is_read_as_it_was_written() -> None:
    [project, *_] = load_catalogue(read_directory(SITES / "base")).catalogue.projects
    odd = replace(project, id=ProjectId("a\udcff"))
    assert read_text(Kind.PROJECT, write_text(Kind.PROJECT, odd), odd.where.path) == odd


def test_what_is_no_record_is_none() -> None:
    [project, *_] = load_catalogue(read_directory(SITES / "base")).catalogue.projects
    whole = write_text(Kind.PROJECT, project)
    assert isinstance(read_text(Kind.PROJECT, whole, "p"), Project)
    for cut in range(0, len(whole), 7):
        assert read_text(Kind.PROJECT, whole[:cut], "p") is None
    assert read_text(Kind.RUBRIC, whole, "p") is None
    for spoilt in (b"null", b"[]", b"3", b"[" * 10_000, b"\xff"):
        assert read_text(Kind.PROJECT, spoilt, "p") is None


def test_a_value_of_another_type_is_none() -> None:
    [project, *_] = load_catalogue(read_directory(SITES / "base")).catalogue.projects
    row = json.loads(write_text(Kind.PROJECT, project))
    for at in range(len(row)):
        spoilt = json.dumps([*row[:at], {"not": "this"}, *row[at + 1 :]]).encode()
        assert read_text(Kind.PROJECT, spoilt, "p") is None
