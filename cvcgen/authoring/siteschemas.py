"""The schemas of one site: what editors offer and explain while somebody writes.

They say what the shared schemas say and also what only this site knows: its languages, its
ids, the values of each pyramid and the points of each rubric, with their meanings. cvcgen
itself checks with the shared ones and its cross-file rules, whose findings are better worded.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from cvcgen.authoring.forms import SUFFIX, description_in, load_documents, title_in
from cvcgen.authoring.jsonwriting import render_json
from cvcgen.authoring.quoting import Quoting
from cvcgen.authoring.scorecardforms import scorecard_form
from cvcgen.core.exact import decimal_text
from cvcgen.core.model import Catalogue, Kind

MARK = "Written by `cvcgen schema` from the content of this site; do not edit."
"""What the files say of themselves, in `$comment`."""
_EXPLANATIONS = {"title": title_in, "description": description_in}


def is_ours(text: str) -> bool:
    """Whether the text of a file is that of a schema that was written here."""
    return f'"$comment": "{MARK}"' in text


def site_schemas(catalogue: Catalogue, language: str) -> Mapping[str, str]:
    """The text of each schema by its file's name, explained in that language."""
    documents: dict[str, Any] = {
        name: {"$comment": MARK, **_in_language(deepcopy(document), language)}
        for name, document in load_documents().items()
    }
    quoting = Quoting(catalogue, language)
    _limit_languages(documents[f"common{SUFFIX}"], catalogue)
    _name_scorecards(documents[f"project{SUFFIX}"], quoting)
    _name_references(documents[f"clientele{SUFFIX}"], quoting)
    _name_levels(documents[f"value{SUFFIX}"], quoting)
    return {name: render_json(document) for name, document in documents.items()}


def _in_language(node: Any, language: str) -> Any:
    """The schema with each title and description in one language."""
    if isinstance(node, list):
        return [_in_language(item, language) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _EXPLANATIONS[key](below, language)
        if key in _EXPLANATIONS and isinstance(below, str)
        else _in_language(below, language)
        for key, below in node.items()
    }


def _limit_languages(common: Any, catalogue: Catalogue) -> None:
    """A text by language has the languages of the site, and no other."""
    text = common["$defs"]["text"]
    known, [other] = text["properties"], text.pop("patternProperties").values()
    languages = catalogue.site.languages
    text["properties"] = {language: known.get(language, other) for language in languages}


def _name_scorecards(project: Any, quoting: Quoting) -> None:
    """A scorecard for each clientele, with exactly the values of its pyramid."""
    shared = project["$defs"]
    named = {
        str(clientele.id): scorecard_form(clientele, quoting, shared)
        for clientele in quoting.catalogue.clienteles
    }
    for name in sorted(quoting.catalogue.ids(Kind.CLIENTELE) - named.keys()):
        named[name] = {"$ref": "#/$defs/scorecard"}
    if named:
        scorecards = project["properties"]["scorecards"]
        scorecards |= {"properties": named, "additionalProperties": False}


def _name_references(clientele: Any, quoting: Quoting) -> None:
    """The rubrics and values that a clientele may name."""
    keys = clientele["properties"]
    catalogue = quoting.catalogue
    rubrics = {str(rubric.id): quoting.text(rubric.name) for rubric in catalogue.rubrics}
    values = {str(value.id): quoting.value(value) for value in catalogue.values}
    _choose(keys["rubric"], rubrics, catalogue.ids(Kind.RUBRIC))
    entry = keys["pyramid"]["items"]["properties"]
    _choose(entry["value"], values, catalogue.ids(Kind.VALUE))


def _choose(form: Any, said: Mapping[str, str], known: frozenset[str]) -> None:
    if known:
        form["enum"] = sorted(known)
        form["enumDescriptions"] = [said.get(name, name) for name in sorted(known)]


def _name_levels(value: Any, quoting: Quoting) -> None:
    """The points that a value's own levels may have: those of the site's rubrics."""
    levels = value["properties"]["levels"]
    [meaning] = levels["patternProperties"].values()
    points = {
        decimal_text(level.points) or "": {
            **meaning,
            "title": quoting.level(level),
            "description": quoting.text(level.definition) or meaning["description"],
        }
        for rubric in quoting.catalogue.rubrics
        for level in rubric.levels
    }
    if points:
        levels["properties"] = points
