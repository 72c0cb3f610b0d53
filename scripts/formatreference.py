"""The reference of the content format, made from the schemas and from docs/examples."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cvcgen.authoring.forms import Form, load_form

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
FILES = {
    "site": "cvcgen.yaml",
    "rubric": "content/rubrics/gain.yaml",
    "value": "content/values/accessibilite.yaml",
    "clientele": "content/clienteles/citoyens.yaml",
    "project": "content/projects/rappel-telephonique.yaml",
}
"""The kinds of files, each with its example."""
TEXT = "common.schema.json#/$defs/text"

WORDS = {
    "title": {"fr": "Le format des fichiers", "en": "The format of the files"},
    "head": {
        "fr": (
            "Un fichier par élément; le nom du fichier, sans `.yaml`, est son identifiant\xa0:"
            " minuscules sans accent, chiffres et traits d’union. Cette page est tirée des"
            " schémas (`schemas/`) et des exemples (`docs/examples/`), que `cvcgen check`"
            " vérifie. `cvcgen schema` les donne à votre éditeur."
        ),
        "en": (
            "One file for each record; the file's name without `.yaml` is its id: lower-case"
            " letters without accents, digits and hyphens. This page is made from the schemas"
            " (`schemas/`) and the examples (`docs/examples/`), which `cvcgen check` checks."
            " `cvcgen schema` gives them to your editor."
        ),
    },
    "text-title": {"fr": "Textes", "en": "Texts"},
    "text": {
        "fr": (
            "Un **texte** s’écrit tel quel, dans la langue par défaut du site, ou par"
            " langue\xa0: `{fr: Rapidité, en: Speed}`. Le site dit lorsqu’une langue manque."
        ),
        "en": (
            "A **text** is written as it is, in the site's default language, or by language:"
            " `{fr: Rapidité, en: Speed}`. The site says where a language is missing."
        ),
    },
    "key": {"fr": "clé", "en": "key"},
    "kind": {"fr": "forme", "en": "form"},
    "meaning": {"fr": "sens", "en": "meaning"},
    "required": {"fr": "obligatoire", "en": "required"},
    "a-text": {"fr": "texte", "en": "text"},
    "string": {"fr": "chaîne", "en": "string"},
    "number": {"fr": "nombre", "en": "number"},
    "boolean": {"fr": "`true` ou `false`", "en": "`true` or `false`"},
    "array": {"fr": "liste", "en": "list"},
    "object": {"fr": "groupe de clés", "en": "group of keys"},
    "null": {"fr": "`null`", "en": "`null`"},
    "date": {"fr": "date entre guillemets", "en": "date in quotes"},
    "or": {"fr": " ou ", "en": " or "},
    "any": {"fr": "identifiant", "en": "id"},
    "at-least": {"fr": "au moins {}", "en": "at least {}"},
    "above": {"fr": "plus de {}", "en": "above {}"},
    "at-most": {"fr": "au plus {}", "en": "at most {}"},
    "items": {"fr": "éléments\xa0: {} ou plus", "en": "items: {} or more"},
    "heading": {"fr": "{}\xa0: `{}`", "en": "{}: `{}`"},
    "example": {"fr": "Exemple\xa0: `{}`", "en": "Example: `{}`"},
    "notes": {
        "fr": (
            "Limites\xa0: un fichier de 256 Kio au plus; ni ancre, ni alias, ni étiquette YAML."
            " Les nombres sont exacts, avec un point décimal. Ce qui n’est pas nommé ici est"
            " refusé, avec le nom le plus proche."
        ),
        "en": (
            "Limits: a file of at most 256 KiB; no YAML anchor, alias or tag. Numbers are"
            " exact, with a decimal point. What is not named here is refused, with the nearest"
            " name."
        ),
    },
}


def format_reference(language: str) -> str:
    """The whole page in that language."""
    parts = [f"# {say('title', language)}", say("head", language), say("notes", language)]
    parts += [f"## {say('text-title', language)}", say("text", language)]
    for kind, path in FILES.items():
        parts += describe(load_form(kind, language), path)
    return "\n\n".join(parts) + "\n"


def describe(form: Form, path: str) -> Iterator[str]:
    """The section of one kind of files."""
    folder, _, _ = path.rpartition("/")
    place = f"{folder}/….yaml" if folder else path
    yield "## " + say("heading", form.language).format(form.title, place)
    yield form.description
    heads = [say(word, form.language) for word in ("key", "kind", "meaning")]
    table = [heads, ["---"] * len(heads), *rows(form, "")]
    yield "\n".join(f"| {' | '.join(row)} |" for row in table)
    yield say("example", form.language).format(path)
    example = (EXAMPLES / path).read_text("utf-8").partition("\n")[2]
    yield f"```yaml\n{example}```"


def rows(form: Form, above: str) -> Iterator[list[str]]:
    """A row for each key below, then for those below it."""
    required = form.target.schema.get("required", ())
    for key in form.below():
        place = f"{above}{key.name}"
        forms = kinds(key)
        if key.name in required:
            forms += f", **{say('required', form.language)}**"
        yield [f"`{place}`", forms, key.description.replace("|", "\\|")]
        if not is_text(key):
            yield from rows(key, f"{place}.")
            yield from members(key, place)


def members(form: Form, place: str) -> Iterator[list[str]]:
    """A row for what a list holds, or a group of keys whose names the schema leaves open."""
    marks = {"items": "[]", "additionalProperties": f".‹{say('any', form.language)}›"}
    for keyword, mark in marks.items():
        if not isinstance(form.target.schema.get(keyword), dict):
            continue
        member = form.at("items" if keyword == "items" else "*")
        here = f"{place}{mark}"
        if not is_text(member):
            yield [f"`{here}`", kinds(member), member.description]
            yield from rows(member, f"{here}.")
            yield from members(member, here)


def kinds(form: Form) -> str:
    """What may be written there, in words."""
    if is_text(form):
        return say("a-text", form.language)
    schema = form.target.schema
    if "enum" in schema:
        return say("or", form.language).join(f"`{value}`" for value in schema["enum"])
    if schema.get("format") == "date":
        return say("date", form.language)
    types = schema.get("type", "object")
    named = [types] if isinstance(types, str) else types
    said = say("or", form.language).join(say(name, form.language) for name in named)
    return ", ".join([said, *bounds(schema, form.language)])


def bounds(schema: Mapping[str, Any], language: str) -> Iterator[str]:
    """How small and how large, in words."""
    words = {"minimum": "at-least", "exclusiveMinimum": "above", "maximum": "at-most"}
    for keyword, word in words.items():
        if keyword in schema:
            yield say(word, language).format(schema[keyword])
    if "minItems" in schema:
        yield say("items", language).format(schema["minItems"])


def is_text(form: Form) -> bool:
    """Whether it is a text in one or more languages."""
    return bool(form.schema.get("$ref") in {TEXT, "#/$defs/text"})


def say(word: str, language: str) -> str:
    """One of our words in that language."""
    return WORDS[word][language]
