import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from cvcgen.authoring.siteschemas import is_ours, site_schemas
from cvcgen.core.model import Catalogue
from cvcgen.sources.loader import load_catalogue
from cvcgen.sources.tree import plain_value
from cvcgen.sources.yamltext import parse_yaml
from tests.building import SITES, files_in, snapshot

ROOT = Path(__file__).resolve().parents[2]
EVERY_SITE = [ROOT, SITES / "base", *sorted((SITES / "valid").iterdir())]
SCHEMA_OF = {"rubrics": "rubric", "values": "value", "clienteles": "clientele"}


def schemas(site: Path, language: str = "fr") -> dict[str, Any]:
    catalogue = load_catalogue(snapshot(files_in(site))).catalogue
    texts = site_schemas(catalogue, language)
    return {name: json.loads(text) for name, text in texts.items()}


def validator(documents: dict[str, Any], kind: str) -> Draft202012Validator:
    registry: Registry[Any] = Registry()
    for name, document in documents.items():
        registry = registry.with_resource(name, Resource.from_contents(document))
    return Draft202012Validator({"$ref": f"{kind}.schema.json"}, registry=registry)


def faults(documents: dict[str, Any], kind: str, text: str) -> list[str]:
    root = parse_yaml("a.yaml", text, tuple(text.split("\n"))).root
    assert root is not None
    return [
        error.message for error in validator(documents, kind).iter_errors(plain_value(root))
    ]


@pytest.mark.parametrize("site", EVERY_SITE, ids=lambda site: site.name)
def test_they_are_valid_and_accept_the_site_they_were_made_from(site: Path) -> None:
    documents = schemas(site)
    for document in documents.values():
        Draft202012Validator.check_schema(document)
    for path, content in files_in(site).items():
        kind = SCHEMA_OF.get(Path(path).parent.name, "project")
        kind = "site" if path == "cvcgen.yaml" else kind
        assert faults(documents, kind, content.decode()) == []


@pytest.mark.parametrize(
    "rating", ["accessibilite: 2", "acces: 3", "accessibilite: {points: 4}", "accessibilite: x"]
)
def test_what_the_clientele_does_not_have_is_refused(rating: str) -> None:
    text = f"title: A\nscorecards: {{citoyens: {{ratings: {{{rating}}}}}}}\n"
    assert faults(schemas(ROOT), "project", text) != []


def test_a_clientele_that_does_not_exist_is_refused() -> None:
    text = "title: A\nscorecards: {citoyen: {ratings: {}}}\n"
    assert faults(schemas(ROOT), "project", text) != []


def test_references_of_a_clientele_are_listed_with_what_they_mean() -> None:
    keys = schemas(ROOT, "en")["clientele.schema.json"]["properties"]
    assert keys["rubric"]["enum"] == ["gain"]
    assert keys["rubric"]["enumDescriptions"] == ["Projected gain"]
    value = keys["pyramid"]["items"]["properties"]["value"]
    assert value["enum"][0] == "accessibilite"
    assert value["enumDescriptions"][0].startswith("Accessibility: Being able")


def test_a_text_has_the_languages_of_the_site() -> None:
    text = schemas(SITES / "valid/spanish-only")["common.schema.json"]["$defs"]["text"]
    assert list(text["properties"]) == ["es"]


def test_levels_of_a_value_are_those_of_the_rubrics() -> None:
    levels = schemas(ROOT)["value.schema.json"]["properties"]["levels"]["properties"]
    assert list(levels) == ["0", "1", "3", "5"]
    assert levels["3"]["title"] == "3 Moyen"


def test_what_cannot_be_read_is_still_a_known_id() -> None:
    files = {**files_in(SITES / "base"), "content/clienteles/aines.yaml": b"\xff"}
    texts = site_schemas(load_catalogue(snapshot(files)).catalogue, "fr")
    project = json.loads(texts["project.schema.json"])
    assert "aines" in project["properties"]["scorecards"]["properties"]


def test_an_empty_site_may_still_name_anything() -> None:
    site = load_catalogue(snapshot(files_in(SITES / "base"))).catalogue.site
    texts = site_schemas(Catalogue(site), "en")
    assert "enum" not in json.loads(texts["clientele.schema.json"])["properties"]["rubric"]


def test_they_say_that_they_are_ours_and_the_shared_ones_do_not() -> None:
    catalogue = load_catalogue(snapshot(files_in(ROOT))).catalogue
    assert all(is_ours(text) for text in site_schemas(catalogue, "fr").values())
    shared = (ROOT / "schemas").glob("*.json")
    assert not any(is_ours(path.read_text("utf-8")) for path in shared)
