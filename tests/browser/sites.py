"""Sites to try: this repository's own content, and contents made to be awkward."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

Record = Mapping[str, Any]

FEASIBILITIES = ("feasible", "not_feasible", "undetermined")


@dataclass(frozen=True, slots=True)
class Content:
    """What a site is made from, before it is written as YAML (as JSON, which YAML includes)."""

    settings: Record
    records: Mapping[str, Record]
    """By path under `content/`, without the suffix: `projects/p001`."""


def build(source: Path, site: Path, *options: str) -> Path:
    """Builds the site of that folder by the command that users have; returns its folder."""
    command = [sys.executable, "-m", "cvcgen", "-C", str(source), "build", *options]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, f"{source}: {done.stdout}{done.stderr}"
    return (source / "site").rename(site)


def build_own(folder: Path) -> Path:
    """The site of this repository's content, from a copy of it."""
    source = folder / "source"
    shutil.copytree(ROOT / "content", source / "content")
    shutil.copy(ROOT / "cvcgen.yaml", source)
    return build(source, folder / "site")


def build_preview(folder: Path) -> Path:
    """The site of this repository's content with edits, compared with what it was."""
    source = folder / "source"
    shutil.copytree(ROOT / "content", source / "content")
    shutil.copy(ROOT / "cvcgen.yaml", source)
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for words in (["init", "-q"], ["add", "."], [*identity, "commit", "-q", "-m", "before"]):
        subprocess.run(["git", *words], check=True, cwd=source)
    pyramid = source / "content/clienteles/citoyens.yaml"
    text = pyramid.read_text("utf-8").replace("weight: 18", "weight: 20")
    pyramid.write_text(text.replace("weight: 16", "weight: 14"), "utf-8")
    (source / "content/projects/verification-famille.yaml").unlink()
    return build(source, folder / "site", "--compare", "HEAD")


def build_variation(name: str, folder: Path) -> Path:
    """The site of one of `VARIATIONS`."""
    content = VARIATIONS[name]()
    source = folder / "source"
    write(source / "cvcgen.yaml", content.settings)
    for path, record in content.records.items():
        write(source / "content" / f"{path}.yaml", record)
    (source / "content").mkdir(exist_ok=True)
    return build(source, folder / "site")


def write(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


def both(french: str, english: str) -> dict[str, str]:
    return {"fr": french, "en": english}


def settings(languages: Iterable[str] = ("fr", "en"), **more: Any) -> Record:
    return {
        "format": 1,
        "title": {
            code: text
            for code, text in both("Site d’essai", "Trial site").items()
            if code in languages
        },
        "languages": list(languages),
        **more,
    }


def rubric(points: Iterable[float] = (0, 1, 3, 5)) -> Record:
    levels = [
        {
            "points": p,
            "name": both(f"Niveau {p}", f"Level {p}"),
            "definition": both("Un gain", "A gain"),
        }
        for p in points
    ]
    return {"name": both("Échelle", "Scale"), "levels": levels}


def value(number: int) -> Record:
    return {
        "name": both(f"Valeur {number}", f"Value {number}"),
        "definition": both("Ce qui compte : un essai.", "What matters: a trial."),
    }


def clientele(number: int, values: int) -> Record:
    """Weights that sum to 100, the first value's the largest."""
    weights = [100 // values] * values
    weights[0] += 100 - sum(weights)
    order = [(index + number) % values for index in range(values)]
    return {
        "name": both(f"Clientèle {number}", f"Clientele {number}"),
        "rubric": "r",
        "weights": {"kind": "declared"},
        "pyramid": [
            {"value": f"v{at:02}", "weight": weight}
            for at, weight in zip(order, weights, strict=True)
        ],
    }


def project(
    number: int, clienteles: int, values: int, points: tuple[float, ...], ranked: bool
) -> Record:
    """Ratings that differ from project to project; every fifth one may lack a rating."""

    def rating(who: int, what: int) -> Any:
        if number % 5 == 4 and what == 0 and not ranked:
            return None
        given = points[(number * 7 + who * 3 + what * 5 + number // 3) % len(points)]
        return {"points": given, "why": both("Essai fait en équipe.", "Tried by a team.")}

    return {
        "title": both(f"Projet {number:03}", f"Project {number:03}"),
        "summary": both("Un projet d’essai, en une phrase.", "A trial project, in a sentence."),
        "description": both(
            "Un texte **fort** :\n\n- un ;\n- deux.", "A **strong** text:\n\n- one;\n- two."
        ),
        "feasibility": "feasible" if ranked else FEASIBILITIES[number % 7 % 3],
        "status": ("proposed", "planned", "underway", "delivered", "abandoned")[number % 5],
        "scorecards": {
            f"c{who:02}": {
                "ratings": {f"v{what:02}": rating(who, what) for what in range(values)},
                "rated": "2026-01-15",
                "raters": [both("Équipe d’essai", "Trial team")],
            }
            for who in range(clienteles)
        },
    }


def made(
    clienteles: int = 2,
    values: int = 5,
    projects: int = 6,
    points: tuple[float, ...] = (0, 1, 3, 5),
    languages: Iterable[str] = ("fr", "en"),
    *,
    ranked: bool = False,
) -> Content:
    """A content of that many records; a part of the projects is not ranked, unless all are."""
    records: dict[str, Record] = {"rubrics/r": rubric(points)}
    records |= {f"values/v{n:02}": value(n) for n in range(values)}
    records |= {f"clienteles/c{n:02}": clientele(n, values) for n in range(clienteles)}
    records |= {
        f"projects/p{n:03}": project(n, clienteles, values, points, ranked)
        for n in range(projects)
    }
    kept = tuple(languages)
    return Content(
        settings(kept), {path: only(record, kept) for path, record in records.items()}
    )


def only(record: Any, languages: tuple[str, ...]) -> Any:
    """The record with its texts in these languages alone."""
    if isinstance(record, Mapping):
        if {"fr", "en"} == record.keys():
            return {code: record[code] for code in languages}
        return {key: only(part, languages) for key, part in record.items()}
    return [only(part, languages) for part in record] if isinstance(record, list) else record


def nothing() -> Content:
    """A site that was begun a minute ago: the least that can be built."""
    return made(clienteles=1, values=1, projects=0)


def long_words() -> Content:
    """Names without a space to break at, as an import from another system may bring."""
    content = made(clienteles=2, values=5, projects=4)
    word = "Anticonstitutionnellement_" * 4
    records = {
        path: {**record, ("title" if "title" in record else "name"): both(word, word)}
        for path, record in content.records.items()
    }
    for path in [path for path in records if path.startswith("clienteles/")]:
        records[path] = {**records[path], "edition": word}
    said = {"title": both(word, word), "notice": both(word, word), "summary": both(word, word)}
    return Content({**content.settings, **said}, records)


def states() -> Content:
    """Few records in every state: tied, incomplete, not feasible, published, not concerned."""
    content = made(clienteles=2, values=3, projects=2)
    tied = {**content.records["projects/p001"], "title": both("Projet ex æquo", "Tied project")}
    first = content.records["projects/p000"]
    late = {
        **first,
        "title": both("Projet incomplet", "Incomplete project"),
        "feasibility": "not_feasible",
        "scorecards": {
            "c00": {"ratings": {"v00": None, "v01": 3, "v02": 5}},
            "c01": {
                "not_concerned": both("Elle n’emploie pas ce service.", "It does not use it.")
            },
        },
    }
    partly = {
        **first,
        "title": both("Projet sans objet partiel", "Partly inapplicable project"),
        "scorecards": {
            "c00": {
                "ratings": {
                    "v00": 5,
                    "v01": {"not_applicable": both("Aucun lien.", "No link.")},
                    "v02": {
                        "points": 3,
                        "why": both("Mesuré.", "Measured."),
                        "evidence": [both("Un sondage.", "A survey.")],
                    },
                }
            },
            "c01": {"published": 66, "source": both("Rapport annuel.", "Annual report.")},
        },
    }
    unrated = {"title": both("Projet tout neuf", "Brand-new project"), "scorecards": {}}
    more = {
        "projects/ex-aequo": tied,
        "projects/incomplet": late,
        "projects/partiel": partly,
        "projects/neuf": unrated,
    }
    return Content(
        {**content.settings, "repository": {"url": "https://example.org/o/r"}},
        {**content.records, **more},
    )


VARIATIONS: Mapping[str, Callable[[], Content]] = {
    "one-clientele": lambda: made(clienteles=1),
    "twelve-clienteles": lambda: made(clienteles=12, projects=4),
    "three-values": lambda: made(values=3),
    "twenty-values": lambda: made(values=20),
    "scale-to-ten": lambda: made(points=tuple(range(11))),
    "french-only": lambda: made(languages=["fr"]),
    "english-only": lambda: made(languages=["en"]),
    "long-words": long_words,
    "no-project": lambda: made(projects=0),
    "nothing": nothing,
    "states": states,
    "hundred": lambda: made(projects=100, ranked=True),
    "many": lambda: made(projects=400),
}
"""Contents by name."""
