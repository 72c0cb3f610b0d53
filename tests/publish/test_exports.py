"""The data files: exact, complete, in their documented form, and harmless in a spreadsheet."""

import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path, PurePosixPath

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource

from cvcgen.assets import schemas_dir
from cvcgen.core.model import (
    Catalogue,
    Clientele,
    Feasibility,
    Level,
    NotApplicable,
    NotConcerned,
    NotRated,
    Origin,
    Project,
    Provenance,
    PublishedScorecard,
    PyramidEntry,
    Rated,
    RatedScorecard,
    Repository,
    Rubric,
    Site,
    Status,
    Text,
    Value,
    ValueLevel,
    Weights,
    WeightsKind,
)
from cvcgen.core.ranking import evaluate
from cvcgen.publish.exports import offer_downloads
from tests.publish.little_sites import data_files

VALUES = ("acc", "sec", "com", "aut", "rap", "tu", "bien", "agi")
WEIGHTS = (18, 16, 14, 13, 12, 11, 10, 6)
SCHEMAS = schemas_dir() / "data"


def text(fr: str, en: str | None = None) -> Text:
    return Text((("en", en or fr), ("fr", fr)))


def rated(ratings: str, clientele: str = "citoyens", values=VALUES, **more) -> RatedScorecard:
    """`5 0 n/a ?`: points, a value without meaning, one that is not rated yet."""
    found = []
    for value, word in zip(values, ratings.split(), strict=True):
        if word == "n/a":
            found.append(NotApplicable(value, text("Aucun sens")))
        elif word == "?":
            found.append(NotRated(value))
        else:
            found.append(
                Rated(value, Fraction(word), why=text("Parce que"), evidence=(text("E"),))
            )
    return RatedScorecard(clientele, tuple(sorted(found, key=lambda r: r.value)), **more)


def project(name: str, *cards, **more) -> Project:
    title = more.pop("title", text(f"Projet {name}", f"Project {name}"))
    return Project(name, title, cards, **{"feasibility": Feasibility.FEASIBLE, **more})


GAIN = Rubric(
    "gain",
    text("Gain"),
    tuple(Level(Fraction(p), text(n)) for p, n in ((0, "nul"), (1, "un"), (3, "m"), (5, "f"))),
)


def catalogue(*projects: Project, languages=("fr", "en"), **more) -> Catalogue:
    parts = {
        "rubrics": (GAIN,),
        "values": tuple(Value(v, text(f"Valeur {v}", f"Value {v}")) for v in sorted(VALUES)),
        "clienteles": (citizens(),),
    }
    site = Site(text("Titre", "Title"), languages)
    return Catalogue(**{"site": site, **parts, **more}, projects=projects)


def citizens(
    name: str = "citoyens", weights=WEIGHTS, kind=WeightsKind.ILLUSTRATIVE
) -> Clientele:
    entries = tuple(
        PyramidEntry(v, None if kind is WeightsKind.EQUAL else Fraction(w))
        for v, w in zip(VALUES, weights, strict=False)
    )
    total = sum((entry.weight or 0 for entry in entries), Fraction(0)) or Fraction(100)
    return Clientele(name, text("Citoyens", "Citizens"), "gain", Weights(kind, total), entries)


def demonstration() -> Catalogue:
    """Every state that a score, a rating and a record can have."""
    return catalogue(
        project("complet", rated("5 0 3 5 3 1 0 3"), status=Status.PLANNED, summary=text("S")),
        project("egal", rated("5 0 3 5 3 1 0 3"), provenance=Provenance.ILLUSTRATIVE),
        project("incomplet", rated("5 0 3 ? 3 1 0 3")),
        project("infaisable", rated("5 5 5 5 5 5 5 5"), feasibility=Feasibility.NOT_FEASIBLE),
        project("partiel", rated("5 0 3 n/a 3 1 0 3", published=Fraction("45.3"))),
        project("peu", rated("5 n/a n/a n/a 3 1 0 3", rated="2026-10-01", raters=(text("B"),))),
        project("publie", PublishedScorecard("trois", Fraction("62.5"), source=text("Là"))),
        project("rien", rated(" ".join(["n/a"] * 8))),
        project(
            "tiers",
            NotConcerned("citoyens", text("Autre public")),
            rated("1 3 5", "trois", VALUES[:3]),
        ),
        project("vide"),
        clienteles=(citizens(), citizens("trois", (1, 1, 1), WeightsKind.EQUAL)),
    )


CATALOGUES = {
    "demonstration": demonstration(),
    "empty": Catalogue(Site(text("T"), ("fr",))),
    "no project": catalogue(),
    "one language": catalogue(project("a", rated("5 0 3 5 3 1 0 3")), languages=("en",)),
    "three languages": catalogue(
        project("a", rated("5 0 3 5 3 1 0 3")), languages=("es", "fr-CA", "zh")
    ),
    "awkward weights": catalogue(
        project("a", rated("1 3 5", values=VALUES[:3])),
        project("b", rated("n/a ? 5", values=VALUES[:3])),
        clienteles=(citizens(weights=("0.125", "33.3333", 7)),),
    ),
    "every field": replace(
        demonstration(),
        site=Site(
            text("T"),
            ("fr", "en"),
            text("S"),
            text("N"),
            Repository("https://h/r", "m"),
            text("S"),
        ),
        values=tuple(
            Value(v, text(v), text("D"), (ValueLevel(Fraction(1), text("Un")),))
            for v in sorted(VALUES)
        ),
    ),
}
EVERY = pytest.mark.parametrize("content", CATALOGUES.values(), ids=CATALOGUES)
ORIGIN = Origin("here", "0" * 40, "2026-11-01T10:00:00-05:00")


def exported(
    content: Catalogue,
    origin: Origin = ORIGIN,
    schemas: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    files = data_files(content, evaluate(content, origin), schemas)
    return {path.removeprefix("data/v1/"): made for path, made in files.items()}


def data(content: Catalogue, path: str) -> dict:
    return json.loads(exported(content)[path])


def sheet(content: Catalogue, path: str) -> list[dict[str, str]]:
    found = exported(content)[path].decode("utf-8-sig")
    delimiter = ";" if ".fr" in path else ","
    return list(csv.DictReader(io.StringIO(found, newline=""), delimiter=delimiter))


def exact(number: dict | None) -> Fraction | None:
    return None if number is None else Fraction(number["fraction"])


def total(numbers) -> Fraction:
    return sum((exact(number) or Fraction(0) for number in numbers), Fraction(0))


# Their form


@cache
def validator(name: str) -> Draft202012Validator:
    schemas = {path.name: json.loads(path.read_text()) for path in SCHEMAS.iterdir()}
    registry = Registry().with_resources(
        (key, Resource.from_contents(schema)) for key, schema in schemas.items()
    )
    return Draft202012Validator(
        schemas[name], registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def schema_of(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder.rstrip('s') or name.removesuffix('.json')}.schema.json"


@EVERY
def test_every_json_file_has_the_form_that_its_schema_states(content: Catalogue) -> None:
    files = {path: body for path, body in exported(content).items() if path.endswith(".json")}
    assert len(files) >= 6
    for path, body in files.items():
        validator(schema_of(path)).validate(json.loads(body))


def test_the_schemas_are_schemas_and_all_are_used() -> None:
    names = {path.name for path in SCHEMAS.iterdir()}
    used = {schema_of(p) for p in exported(demonstration()) if p.endswith(".json")}
    # Those are for what `cvcgen diff`, `check`, `history`, `rank` and `score` print.
    names_of_reports = ("changes", "check", "history", "rank", "score")
    reports = {f"{name}.schema.json" for name in names_of_reports}
    assert names - reports == used | {"common.schema.json"}
    for path in SCHEMAS.iterdir():
        schema = json.loads(path.read_text())
        Draft202012Validator.check_schema(schema)
        assert schema["title"]
        assert schema["description"]


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("site.json", lambda d: d.update(schema_version="2.0")),
        ("site.json", lambda d: d.update(extra=1)),
        ("site.json", lambda d: d.pop("title")),
        ("projects.json", lambda d: d["projects"][0].update(status="maybe")),
        (
            "projects.json",
            lambda d: d["projects"][0]["scorecards"][0]["ratings"][0].pop("points"),
        ),
        ("clienteles.json", lambda d: d["clienteles"][0]["pyramid"][0]["weight"].pop("shown")),
        ("rankings/citoyens.json", lambda d: d["places"][0].update(rank=0)),
        ("rankings/citoyens.json", lambda d: d["places"][0]["total"].update(fraction="1.5")),
        ("projects/complet.json", lambda d: d["scores"][0]["parts"][0].update(earned=9.3)),
        ("index.json", lambda d: d["files"][0].update(size="12")),
    ],
)
def test_the_schemas_refuse_another_form(path: str, change) -> None:
    found = data(demonstration(), path)
    change(found)
    with pytest.raises(ValidationError):
        validator(schema_of(path)).validate(found)


@EVERY
def test_every_file_says_its_version_and_ends_with_a_newline(content: Catalogue) -> None:
    for path, body in exported(content).items():
        if path.endswith(".json"):
            assert json.loads(body)["schema_version"] == "1.0"
            assert body.endswith(b"}\n")
            assert body.startswith(b'{\n "schema_version": "1.0"')


def numbers_in(node) -> list[dict]:
    if isinstance(node, dict):
        own = [node] if "fraction" in node else []
        return own + [n for child in node.values() for n in numbers_in(child)]
    return [n for child in node for n in numbers_in(child)] if isinstance(node, list) else []


@EVERY
def test_every_number_says_the_same_as_fraction_and_as_decimal(content: Catalogue) -> None:
    for path, body in exported(content).items():
        if not path.endswith(".json"):
            continue
        for number in numbers_in(json.loads(body, parse_float=pytest.fail)):
            assert list(number) == ["fraction", "decimal", "shown"]
            assert tuple(number["shown"]) == content.site.languages
            value = Fraction(number["fraction"])
            assert str(value) == number["fraction"]
            if number["decimal"] is None:
                assert set("23456789") & set(str(value.denominator))
            else:
                assert Fraction(number["decimal"]) == value


def test_a_number_is_shown_as_the_pages_show_it() -> None:
    place = data(demonstration(), "rankings/citoyens.json")["places"][0]
    assert place["total"] == {
        "fraction": "262/5",
        "decimal": "52.4",
        "shown": {"fr": "52,4\N{NO-BREAK SPACE}%", "en": "52.4%"},
    }


# Computed again from one file alone


@EVERY
def test_the_total_of_a_project_follows_from_its_file(content: Catalogue) -> None:
    for record in content.projects:
        for score in data(content, f"projects/{record.id}.json")["scores"]:
            parts = score["parts"]
            if not parts:
                assert score["completeness"] == "published"
                continue
            assert total(part["weight"] for part in parts) == 100
            recompute_parts(score)
            known = total(part["earned"] for part in parts)
            missing = total(p["possible"] for p in parts if p["state"] == "not_rated")
            assert total(level["earned"] for level in score["subtotals"]) == known
            if score["completeness"] == "empty":
                assert (score["total"], score["low"], score["high"]) == (None, None, None)
                continue
            lowest = exact(score["rubric"]["lowest"]) / exact(score["rubric"]["maximum"])
            assert exact(score["low"]) == known + missing * lowest
            assert exact(score["high"]) == known + missing
            assert exact(score["total"]) == (None if score["missing"] else known)


def recompute_parts(score: dict) -> None:
    """Each part from its points, its weight and the scale."""
    maximum, coverage = exact(score["rubric"]["maximum"]), exact(score["coverage"])
    applying = [p for p in score["parts"] if p["state"] != "not_applicable"]
    assert coverage == total(part["weight"] for part in applying) / 100
    assert score["missing"] == [p["value"] for p in applying if p["state"] == "not_rated"]
    for part in applying:
        assert exact(part["possible"]) == exact(part["weight"]) / coverage
        if part["state"] == "rated":
            assert exact(part["share"]) == exact(part["points"]) / maximum
            assert exact(part["earned"]) == exact(part["possible"]) * exact(part["share"])
            assert exact(part["unrealised"]) == exact(part["possible"]) - exact(part["earned"])
        else:
            assert (part["points"], part["earned"], part["unrealised"]) == (None, None, None)
    for level in score["subtotals"]:
        own = [p for p in applying if p["points"] == level["points"]]
        assert level["count"] == len(own)
        assert exact(level["earned"]) == total(part["earned"] for part in own)


@EVERY
def test_totals_and_ranks_follow_from_the_ranking_alone(content: Catalogue) -> None:
    for clientele in content.clienteles:
        ranking = data(content, f"rankings/{clientele.id}.json")
        weights = {entry["value"]: exact(entry["weight"]) for entry in ranking["pyramid"]}
        assert sum(weights.values()) == 100
        ranked = [exact(p["total"]) for p in ranking["places"] if p["rank"] is not None]
        for place in ranking["places"]:
            rows = [r for r in place["ratings"] if r["state"] != "not_applicable"]
            if rows and all(row["state"] == "rated" for row in rows):
                points = sum(weights[row["value"]] * exact(row["points"]) for row in rows)
                most = exact(ranking["rubric"]["maximum"]) * sum(
                    weights[r["value"]] for r in rows
                )
                assert exact(place["total"]) == 100 * points / most
            if place["rank"] is None:
                assert place["unranked"] is not None
                assert place["tied"] is False
            else:
                value = exact(place["total"])
                assert place["rank"] == 1 + sum(other > value for other in ranked)
                assert place["tied"] == (ranked.count(value) > 1)


def test_the_worked_example_of_the_method_comes_out() -> None:
    (score,) = data(demonstration(), "projects/complet.json")["scores"]
    assert [part["earned"]["decimal"] for part in score["parts"]] == [
        *("18", "0", "8.4", "13", "7.2", "2.2", "0", "3.6")
    ]
    assert [level["earned"]["decimal"] for level in score["subtotals"]] == [
        *("0", "2.2", "19.2", "31")
    ]
    assert (score["rank"], score["tied"], score["ranked"]) == (1, True, 3)


def test_what_is_missing_is_told_apart_from_zero() -> None:
    places = {
        p["project"]: p for p in data(demonstration(), "rankings/citoyens.json")["places"]
    }
    incomplete, partial = places["incomplet"], places["partiel"]
    assert incomplete["total"] is None
    assert [incomplete[end]["decimal"] for end in ("low", "high")] == ["39.4", "52.4"]
    assert incomplete["ratings"][3] == {"value": "aut", "state": "not_rated", "points": None}
    assert partial["total"]["fraction"] == "3940/87"
    assert partial["ratings"][3]["state"] == "not_applicable"
    assert {name: place["unranked"] for name, place in places.items()} == {
        "complet": None,
        "egal": None,
        "partiel": None,
        "rien": "empty",
        "incomplet": "incomplete",
        "peu": "low_coverage",
        "infaisable": "not_feasible",
    }
    assert data(demonstration(), "rankings/citoyens.json")["not_concerned"] == [
        {"project": "tiers", "reason": {"en": "Autre public", "fr": "Autre public"}}
    ]


def test_equal_weights_of_three_values_are_exact_thirds() -> None:
    pyramid = data(demonstration(), "clienteles.json")["clienteles"][1]["pyramid"]
    assert [entry["declared"] for entry in pyramid] == [None, None, None]
    assert pyramid[0]["weight"] == {
        "fraction": "100/3",
        "decimal": None,
        "shown": {"fr": "33,33\N{NO-BREAK SPACE}%", "en": "33.33%"},
    }


def test_provenance_and_sources_are_carried() -> None:
    projects = {p["id"]: p for p in data(demonstration(), "projects.json")["projects"]}
    assert projects["egal"]["provenance"] == "illustrative"
    assert projects["publie"]["scorecards"][0]["source"] == {"en": "Là", "fr": "Là"}
    ranking = data(demonstration(), "rankings/citoyens.json")
    assert ranking["weights_kind"] == "illustrative"
    assert [p["provenance"] for p in ranking["places"] if p["project"] == "egal"] == [
        "illustrative"
    ]


def test_only_the_sites_file_and_covers_name_the_revision_and_none_the_folder() -> None:
    files, later = exported(demonstration()), replace(ORIGIN, revision="1" * 40)
    changed = [p for p, body in exported(demonstration(), later).items() if body != files[p]]
    # The index says how large each file is.
    assert set(changed) - {"index.json"} == {
        path for path in files if path == "site.json" or path.endswith(".xlsx")
    }
    elsewhere = replace(ORIGIN, label="another folder")
    assert exported(demonstration(), elsewhere) == exported(demonstration())


# The list of files


@EVERY
def test_the_index_lists_every_other_file_with_size_and_rows(content: Catalogue) -> None:
    files = exported(content)
    listed = {file["path"]: file for file in data(content, "index.json")["files"]}
    assert listed.keys() == files.keys() - {"index.json"}
    assert list(listed) == sorted(listed, key=PurePosixPath)
    for path, file in listed.items():
        assert file["size"] == len(files[path])
        if not path.endswith(".json"):
            assert file["rows"] == len(sheet(content, path.replace(".xlsx", ".csv")))
            assert path.split(".")[-2] == file["language"]


def test_schemas_are_published_beside_the_data_where_they_are_given() -> None:
    content, files = demonstration(), {p.name: p.read_bytes() for p in SCHEMAS.iterdir()}
    found = exported(content, schemas=files)
    for file in json.loads(found["index.json"])["files"]:
        named = f"schemas/{schema_of(file['path'])}" if file["path"].endswith("json") else None
        assert file["schema"] == named
    sizes = {f"data/v1/{path}": len(made) for path, made in found.items()}
    for offered in offer_downloads(content, evaluate(content, ORIGIN), sizes):
        assert (offered.schema is not None) == (offered.path.suffix == ".json")
        assert offered.schema is None or str(offered.schema.relative_to("data/v1")) in found


def test_pages_are_told_of_every_file_with_its_size() -> None:
    content = demonstration()
    board = evaluate(content, ORIGIN)
    sizes = {path: len(made) for path, made in data_files(content, board).items()}
    offered = offer_downloads(content, board, sizes)
    assert {str(d.path): d.size for d in offered} == sizes
    french = [d for d in offered if d.clientele == "citoyens" and d.language == "fr"]
    assert [(str(d.path), d.media_type, d.rows, d.title.text(str)) for d in french] == [
        ("data/v1/rankings/citoyens.fr.csv", "text/csv", 7, "Ranking"),
        (
            "data/v1/rankings/citoyens.fr.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            7,
            "Ranking",
        ),
    ]
    assert {d.path.suffix for d in offered if d.about is None} == set()
    assert {d.schema for d in offered} == {None}
    assert [str(d.path) for d in offered if d.project == "tiers"] == [
        "data/v1/projects/tiers.json"
    ]


# Spreadsheets


def test_the_french_sheet_is_what_a_french_spreadsheet_opens() -> None:
    body = exported(demonstration())["rankings/citoyens.fr.csv"]
    assert body.startswith(b"\xef\xbb\xbfR")
    assert body.endswith(b"\r\n")
    first = body.decode("utf-8-sig").split("\r\n")[1].split(";")
    assert first[2:9] == ["complet", "Projet complet", "52,4", "262", "5", "52,4", "52,4"]


def test_the_english_sheet_has_a_point_and_commas() -> None:
    rows = sheet(demonstration(), "rankings/citoyens.en.csv")
    assert rows[0] | {} == {
        "Rank": "1",
        "Tied": "yes",
        "Id": "complet",
        "Project": "Project complet",
        "Score (%)": "52.4",
        "Exact score (%), numerator": "262",
        "Exact score (%), denominator": "5",
        "Lowest possible score (%)": "52.4",
        "Highest possible score (%)": "52.4",
        "State": "complete",
        "Feasibility": "feasible",
        "Status": "planned",
        "Provenance": "",
        "Weights": "illustrative weights",
        **dict(zip((f"Value {v}" for v in VALUES), "50353103", strict=True)),
    }


def test_in_sheets_missing_points_are_said_in_words_and_never_zero() -> None:
    rows = {r["Id"]: r for r in sheet(demonstration(), "rankings/citoyens.en.csv")}
    incomplete = rows["incomplet"]
    assert (incomplete["Rank"], incomplete["Tied"], incomplete["Score (%)"]) == ("", "", "")
    assert incomplete["Lowest possible score (%)"] == "39.4"
    assert incomplete["State"] == "not ranked: some values are not rated yet"
    assert incomplete["Value aut"] == "not rated"
    assert rows["partiel"]["Value aut"] == "not applicable"
    (published,) = [
        r for r in sheet(demonstration(), "rankings/trois.en.csv") if r["Id"] == "publie"
    ]
    assert published["State"] == "only the total was published"
    assert published["Value acc"] == ""


def test_sheets_and_json_tell_the_same_scores() -> None:
    for clientele in ("citoyens", "trois"):
        places = data(demonstration(), f"rankings/{clientele}.json")["places"]
        for language in ("fr", "en"):
            rows = sheet(demonstration(), f"rankings/{clientele}.{language}.csv")
            for place, row in zip(places, map(list, map(dict.values, rows)), strict=True):
                assert row[0] == str(place["rank"] or "")
                score = exact(place["total"])
                if score is not None:
                    shown = place["total"]["shown"][language]
                    assert row[4] == shown.removesuffix("%").strip()
                    assert Fraction(int(row[5]), int(row[6])) == score


HOSTILE = (
    '=HYPERLINK("http://evil","x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\uff1d1+1",
    "a;=1+1",
    "a,=1+1",
    'a";=1+1;"',
    "a\n=1+1",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_no_text_becomes_a_formula_whatever_separates_the_cells(title: str) -> None:
    content = catalogue(project("a", rated("5 0 3 5 3 1 0 3"), title=text(title)))
    content = replace(
        content, values=tuple(replace(v, name=text(title)) for v in content.values)
    )
    for language in ("fr", "en"):
        body = exported(content)[f"rankings/citoyens.{language}.csv"].decode("utf-8-sig")
        for delimiter in ";,\t":
            for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
                reader = csv.reader(
                    io.StringIO(body, newline=""), delimiter=delimiter, quoting=quoting
                )
                for cell in (cell for row in reader for cell in row):
                    assert cell[:1] not in set("\t\r\n"), cell
                    assert cell.strip(' "')[:1] not in set("=+-@\uff1d"), cell


def test_a_harmless_text_is_not_changed() -> None:
    title = "L’accès, 24 h sur 24 : « oui » - ou non; 5 = 5, a@b.ca"
    content = catalogue(project("a", rated("5 0 3 5 3 1 0 3"), title=text(title)))
    assert sheet(content, "rankings/citoyens.en.csv")[0]["Project"] == title


def test_scores_that_nearly_tie_get_the_decimals_that_tell_them_apart() -> None:
    content = catalogue(
        project("a", PublishedScorecard("citoyens", Fraction("62.54"))),
        project("b", PublishedScorecard("citoyens", Fraction("62.46"))),
    )
    shown = [row["Score (%)"] for row in sheet(content, "rankings/citoyens.en.csv")]
    assert shown == ["62.54", "62.46"]


# The same bytes


def test_an_added_project_changes_no_other_projects_file() -> None:
    before, after = demonstration(), demonstration()
    after = replace(after, projects=(*after.projects, project("zzz", rated("0 0 0 0 0 0 0 0"))))
    changed = {p for p, body in exported(before).items() if exported(after)[p] != body}
    own = {f"projects/{p.id}.json" for p in before.projects}
    scored = {f"projects/{p}.json" for p in ("complet", "egal", "incomplet", "infaisable")}
    scored |= {f"projects/{p}.json" for p in ("partiel", "peu", "rien")}
    # Their files say how many projects are ranked.
    assert changed & own == scored


def test_the_order_of_evaluation_changes_no_byte() -> None:
    content, chance = demonstration(), random.Random(7)
    board = evaluate(content, ORIGIN)
    expected = data_files(content, board)
    for _ in range(5):
        shuffled = list(content.projects)
        chance.shuffle(shuffled)
        again = evaluate(replace(content, projects=tuple(shuffled)), ORIGIN)
        assert data_files(content, again) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "PYTHONUTF8": "0"},
    ],
)
def test_hash_seed_locale_and_time_zone_change_no_byte(environment: dict[str, str]) -> None:
    program = (
        "import hashlib; from tests.publish.test_exports import demonstration, exported;"
        "print(hashlib.sha256(repr(exported(demonstration())).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=schemas_dir().parent,
            env=os.environ | one,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for one in ({"PYTHONHASHSEED": "0"}, environment)
    }
    assert len(digests) == 1


# The documentation


def example(language: str) -> str:
    """The only example in that language in docs/data.md."""
    page = (schemas_dir().parent / "docs" / "data.md").read_text("utf-8")
    (found,) = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    return found


def put_down(folder: Path, content: Catalogue) -> None:
    for path, body in exported(content).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)


def test_the_documented_number_is_one_of_the_data_files() -> None:
    places = data(demonstration(), "rankings/citoyens.json")["places"]
    (partial,) = [place for place in places if place["project"] == "partiel"]
    assert (
        json.loads(example("json").replace("45,3 %", "45,3\N{NO-BREAK SPACE}%"))
        == (partial["total"])
    )


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("complet", "citoyens 262/5 True\n"),
        ("partiel", "citoyens 3940/87 True\n"),
        ("tiers", "trois 60 True\n"),
        ("incomplet", ""),
        ("publie", ""),
        ("rien", ""),
    ],
)
def test_the_documented_program_recomputes_a_score(
    tmp_path: Path, name: str, printed: str
) -> None:
    put_down(tmp_path, demonstration())
    program = example("python").replace("PROJECT", name)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == printed


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_the_documented_jq_recomputes_a_score(tmp_path: Path) -> None:
    put_down(tmp_path, demonstration())
    command = example("sh").replace("PROJECT", "complet")
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    name, number = done.stdout.split()
    assert (name, Fraction(number).limit_denominator(1000)) == ("citoyens", Fraction(262, 5))


def test_the_documentation_names_every_file() -> None:
    page = (schemas_dir().parent / "docs" / "data.md").read_text("utf-8")
    for path in exported(demonstration()):
        folder, _, name = path.rpartition("/")
        assert (f"`{folder}/<" if folder else f"`{name}`") in page, path
