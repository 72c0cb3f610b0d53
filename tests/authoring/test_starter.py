import json
import re
from pathlib import Path

import pytest

from cvcgen.assets import scaffold_dir
from cvcgen.authoring.canonical import canonical_text
from cvcgen.authoring.starter import Start, starter_content, surrounding_files
from cvcgen.authoring.starter.words import starter_words
from cvcgen.core.model import Language
from cvcgen.phrases import load_phrases, translated_languages
from cvcgen.sources.placement import suggest_id
from cvcgen.sources.textfile import decode_text
from cvcgen.sources.yamltext import parse_yaml

KINDS = {
    "projects": "project",
    "values": "value",
    "clienteles": "clientele",
    "rubrics": "rubric",
}


def start(*languages: str, clienteles: tuple[str, ...] = ()) -> Start:
    named = tuple(Language(language) for language in languages)
    return Start(named, ".cvcgen/schemas", suggest_id, clienteles=clienteles)


def test_content_is_the_same_each_time() -> None:
    assert starter_content(start("fr", "en")) == starter_content(start("fr", "en"))


def test_more_clienteles_than_values_each_have_a_pyramid() -> None:
    names = tuple(f"Groupe {number}" for number in range(12))
    files = starter_content(start("fr", clienteles=names))
    assert sum(path.startswith("content/clienteles/") for path in files) == 12


def test_texts_that_wait_for_a_translation_are_marked_in_every_file() -> None:
    for languages, line in {
        ("es",): "# The example texts are in English for `es`: translate them.",
        ("es", "fr", "pt-BR"): (
            "# Les textes d’exemple sont en anglais pour `es`, `pt-BR` : traduisez-les."
        ),
    }.items():
        for path, text in starter_content(start(*languages)).items():
            schema, said, *rest = text.splitlines()
            assert (schema[:22], said) == ("# yaml-language-server", line)
            assert not any(one.startswith("#") for one in rest)
            kind = KINDS.get(path.split("/")[1] if "/" in path else "", "site")
            assert canonical_text(text, kind) == text
    spoken = starter_content(start("fr", "en")).values()
    assert not any(one.startswith("#") for text in spoken for one in text.splitlines()[1:])


def test_placeholders_are_translated() -> None:
    french, english = (starter_words(load_phrases(one)) for one in ("fr", "en"))
    assert french.values[0][0] == "Accessibilité"
    assert all(a != b for a, b in zip(french.projects, english.projects, strict=True))


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_surroundings_have_the_title_and_their_dots(language: str) -> None:
    files = surrounding_files(language, "A & B", "1.2.3")
    assert files["README.md"].startswith("# A & B\n")
    assert {".gitignore", ".vscode/settings.json", ".github/pull_request_template.md"} <= set(
        files
    )
    left = re.compile(r"\$\{(?:title|version|locale)\}|\$\$")
    assert not any("dot-" in path or left.search(text) for path, text in files.items())
    for path, text in files.items():
        assert text.endswith("\n")
        if path.endswith(".json"):
            json.loads(text)
        if path.endswith((".yaml", ".yml")):
            lines = decode_text(path, text.encode()).lines
            assert parse_yaml(path, text, lines).faults == ()


def test_all_languages_that_the_tool_speaks_have_the_same_files() -> None:
    def names(folder: Path) -> list[str]:
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))

    files = [names(scaffold_dir() / language) for language in translated_languages()]
    assert files[0]
    assert files == files[:1] * len(files)


def test_a_region_has_the_surroundings_of_its_language() -> None:
    def around(language: str) -> dict[str, str]:
        return surrounding_files(language, "A", "1")

    assert around("fr-CA") == around("fr") != around("en") == around("es")
