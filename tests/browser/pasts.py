"""This repository's content with a made past: what can happen to scores in two years."""

import re
import shutil
from pathlib import Path

from tests.browser.sites import ROOT, build
from tests.sources.git.histories import Files, History

PYRAMID = "content/clienteles/citoyens.yaml"
MESSAGES = "content/projects/messagerie-securisee.yaml"
FOLLOWED = "content/projects/suivi-demande-en-ligne.yaml"
READ_ALOUD = "content/projects/interpretes-a-distance.yaml"
STRANGE = "Cote <b>revue</b> & [x](javascript:y) \u202eeuqsirb \u200bet encore"


def build_past(folder: Path, *options: str) -> Path:
    """The site of that content, built with its history; returns its folder."""
    source = folder / "source"
    made_past(source)
    return build(source, folder / "site", "--history", *options)


def made_past(source: Path) -> None:
    """Nine commits that end with this repository's own content."""
    history = History.start(source)
    shutil.copytree(ROOT / "content", source / "content")
    shutil.copy(ROOT / "cvcgen.yaml", source)
    settings = (source / "cvcgen.yaml").read_text("utf-8")
    if "repository:" not in settings:
        settings += "repository:\n  url: https://github.com/example/values\n"
    now = {
        name: (source / name).read_text("utf-8")
        for name in (PYRAMID, MESSAGES, FOLLOWED, READ_ALOUD)
    }
    history.commit(
        {
            "cvcgen.yaml": settings,
            PYRAMID: swapped(now[PYRAMID]),
            MESSAGES: rated(now[MESSAGES], "1"),
            FOLLOWED: rated(now[FOLLOWED], "3"),
            READ_ALOUD: None,
        },
        "Premières cotes",
        "2024-10-03",
    )
    later: list[tuple[Files, str, str, str]] = [
        ({READ_ALOUD: rated(now[READ_ALOUD], "3")}, "Add interpreters", "2025-01-20", "Ada"),
        ({MESSAGES: rated(now[MESSAGES], "3")}, STRANGE, "2025-04-02", "Ada \u202e<i>"),
        ({FOLLOWED: unrated(now[FOLLOWED])}, "Rate it again later", "2025-06-11", "Grace"),
        ({FOLLOWED: "title: [\n"}, "Resolve a conflict", "2025-08-01", "Ada"),
        ({FOLLOWED: rated(now[FOLLOWED], "1")}, "Mend and rate", "2025-09-15", "Grace"),
        ({PYRAMID: now[PYRAMID]}, "Poids de la consultation de 2025", "2026-02-01", "Ada"),
        ({MESSAGES: now[MESSAGES]}, "Écouter les proches", "2026-05-12", "Ada"),
        ({name: now[name] for name in (FOLLOWED, READ_ALOUD)}, "Relire", "2026-09-30", "Ada"),
    ]
    for files, subject, date, author in later:
        history.commit(files, subject, date, author)


def swapped(pyramid: str) -> str:
    """The same pyramid with the weights of its first two values exchanged by a little."""
    return pyramid.replace("weight: 18}", "weight: 20}").replace("weight: 16}", "weight: 14}")


def rated(project: str, points: str) -> str:
    """The project with these points in place of the first ones that are given."""
    return re.sub(r"points: [0135]", f"points: {points}", project, count=3)


def unrated(project: str) -> str:
    """The project with one value still to be rated."""
    return project.replace("tentative-unique: 0", "tentative-unique: null", 1)
