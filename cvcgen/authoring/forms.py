"""What the schemas say of each key, in one language.

The schemas are the only statement of the format and carry its explanations in French and
English: titles as «FR / EN», descriptions as a line each. Nothing is said twice elsewhere.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cvcgen.assets import schemas_dir

SUFFIX = ".schema.json"
"""How the name of every schema's file ends."""
_FRENCH = "fr"


@cache
def load_documents() -> Mapping[str, Any]:
    """Every schema of the content format as JSON, by its file's name."""
    paths = sorted(schemas_dir().glob(f"*{SUFFIX}"))
    return {path.name: json.loads(path.read_text("utf-8")) for path in paths}


def title_in(title: str, language: str) -> str:
    """The half of a title in that language; English for all but French.

    >>> title_in("Titre / Title", "fr"), title_in("Titre / Title", "es")
    ('Titre', 'Title')
    """
    french, _, english = title.partition(" / ")
    return french if language == _FRENCH or not english else english


def description_in(description: str, language: str) -> str:
    r"""The line of a description in that language; English for all but French.

    >>> description_in("FR: Le titre.\nEN: The title.", "fr")
    'Le titre.'
    """
    french, _, english = description.partition("\nEN: ")
    return french.removeprefix("FR: ") if language == _FRENCH or not english else english


@dataclass(frozen=True, slots=True)
class Form:
    """One key of the format, or a whole file, explained in one language."""

    name: str
    """The key as it is written; the file's kind for a whole file."""
    schema: Mapping[str, Any]
    """The JSON Schema that states it."""
    document: str
    """The file of that schema, which its references start from."""
    language: str
    """That of the explanations."""

    @property
    def title(self) -> str:
        """What the key is called."""
        return title_in(self._said("title") or self.name, self.language)

    @property
    def description(self) -> str:
        """What the key is for, in a sentence."""
        return description_in(self._said("description"), self.language)

    def below(self) -> "Iterator[Form]":
        """The keys below, in the order of the schema."""
        target = self.target
        for name, schema in target.schema.get("properties", {}).items():
            yield Form(name, schema, target.document, self.language)

    def at(self, *names: str) -> "Form":
        """The form of a key below; `items` and `*` lead to a list's items and to any key."""
        form = self
        for name in names:
            found = form.find(name)
            if found is None:
                raise KeyError(name)
            form = found
        return form

    def find(self, name: str) -> "Form | None":
        """As `at`, for one name; None where the schema says nothing of it."""
        target = self.target
        found = target.schema.get("properties", {}).get(name)
        if found is None and name == "items":
            found = target.schema.get("items")
        if found is None:
            found = target.schema.get("additionalProperties")
        if not isinstance(found, dict):
            return None
        return Form(name, found, target.document, self.language)

    @property
    def target(self) -> "Form":
        """The form itself, or the one that it refers to."""
        reference = self.schema.get("$ref")
        if reference is None:
            return self
        name, _, pointer = reference.partition("#/")
        document = name or self.document
        schema: Any = load_documents()[document]
        for step in pointer.split("/"):
            schema = schema[step]
        return Form(self.name, schema, document, self.language).target

    def _said(self, keyword: str) -> str:
        """What the schema says itself, or else the one that it refers to."""
        said: str = self.schema.get(keyword) or self.target.schema.get(keyword, "")
        return said


def load_form(name: str, language: str) -> Form:
    """The form of a whole file: `project`, `clientele`, `value`, `rubric` or `site`."""
    document = f"{name}{SUFFIX}"
    return Form(name, load_documents()[document], document, language)
