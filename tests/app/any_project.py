"""Project files in which every part can be another, apart from the others."""

import json
from collections.abc import Callable
from typing import Any

CHOICES: dict[str, int] = {
    "title": 3,
    "summary": 3,
    "description": 3,
    "baseline": 2,
    "source": 2,
    "status": 3,
    "feasibility": 3,
    "provenance": 3,
    "waivers": 2,
    "comment": 3,
}
"""What of a project can be chosen, and among how many."""
OF_A_CARD: dict[str, int] = {
    "kind": 4,
    "note": 2,
    "source": 2,
    "rated": 2,
    "published": 3,
    "why": 3,
    "evidence": 2,
    "raters": 3,
    "reason": 2,
    "accessibilite": 6,
    "securite": 6,
    "rapidite": 6,
}
"""The same of each of its scorecards."""
_POINTS = (0, 1, 3, 5)
Chosen = dict[str, int]


def choose_all(clienteles: tuple[str, ...], draw: Callable[[int], int]) -> Chosen:
    """A choice of everything."""
    cards = {f"{one}.{name}": n for one in clienteles for name, n in OF_A_CARD.items()}
    return {name: draw(limit) for name, limit in {**CHOICES, **cards}.items()}


def choose_one(chosen: Chosen, draw: Callable[[int], int]) -> Chosen:
    """Another choice of one thing, the rest as it is."""
    name = sorted(chosen)[draw(len(chosen))]
    part = name.rpartition(".")[2]
    limit = OF_A_CARD[part] if "." in name else CHOICES[part]
    return {**chosen, name: (chosen[name] + 1 + draw(limit - 1)) % limit}


def write_project(chosen: Chosen, clienteles: tuple[str, ...]) -> str:
    """The file's text."""
    said: dict[str, Any] = {"title": _say("Titre", chosen["title"])}
    for name in ("summary", "description", "baseline", "source"):
        if chosen[name]:
            said[name] = _say(f"*{name}*, dit-on", chosen[name])
    for name, words in (
        ("status", ("", "proposed", "delivered")),
        ("feasibility", ("", "feasible", "not_feasible")),
        ("provenance", ("", "illustrative", "reconstructed")),
    ):
        if chosen[name]:
            said[name] = words[chosen[name]]
    if chosen["waivers"]:
        said["waivers"] = [
            {"code": "CVC416", "reason": _say("Voulu", 0), "until": "2030-01-01"}
        ]
    cards = {one: _write_card(chosen, one) for one in clienteles}
    said["scorecards"] = {one: card for one, card in cards.items() if card is not None}
    return "# un mot\n" * chosen["comment"] + json.dumps(said, ensure_ascii=False, indent=1)


def _write_card(chosen: Chosen, clientele: str) -> dict[str, Any] | None:
    mine = {name: chosen[f"{clientele}.{name}"] for name in OF_A_CARD}
    if mine["kind"] == 0:
        return None
    if mine["kind"] == 1:
        return {"not_concerned": _say("Ailleurs", mine["reason"])}
    said = {name: _say(name, 0) for name in ("note", "source") if mine[name]}
    if mine["kind"] == 2:
        return {"published": 40 + mine["published"], **said}
    if mine["rated"]:
        said["rated"] = "2026-01-0" + str(mine["rated"])
    if mine["published"]:
        said["published"] = 50 + mine["published"]
    if mine["raters"]:
        said |= {"raters": [f"Équipe {mine['raters']}", "Autre"], "rule": "median"}
    values = ("accessibilite", "securite", "rapidite")
    return {**said, "ratings": {value: _rate(mine, mine[value]) for value in values}}


def _rate(mine: dict[str, int], choice: int) -> Any:
    if choice == len(_POINTS):
        return {"not_applicable": _say("Sans objet", mine["reason"])}
    points = None if choice > len(_POINTS) else _POINTS[choice]
    said: dict[str, Any] = {"why": _say("Parce que", mine["why"])} if mine["why"] else {}
    if mine["evidence"] and points is not None:
        said["evidence"] = [_say("Rapport", 0)]
    if mine["raters"]:
        return {"by_rater": {f"Équipe {mine['raters']}": points, "Autre": points}, **said}
    return {"points": points, **said} if said and points is not None else points


def _say(words: str, number: int) -> dict[str, str]:
    return {"fr": f"{words} {number}", "en": f"{words} ({number})"}
