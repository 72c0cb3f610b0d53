"""What cvcgen published, in the form in which Hugo's is read."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path


def read_our_ranking(output: Path, clientele: str) -> list[tuple[str, str, str]]:
    """Rank, project and score with one decimal, sorted, as the published data has them."""
    text = (output / f"data/v1/rankings/{clientele}.json").read_text("utf-8")
    places = json.loads(text)["places"]
    return sorted(
        (str(place["rank"]), place["project"], _shown(place["total"]["fraction"]))
        for place in places
        if place["rank"] is not None and place["total"] is not None
    )


def read_our_data(output: Path) -> dict[str, list[Mapping[str, object]]]:
    """What the data file of each project says, by clientele, that Hugo's file says too."""
    files = (output / "data/v1/projects").glob("*.json")
    return {file.stem: read_scores(file) for file in files}


def read_scores(file: Path) -> list[Mapping[str, object]]:
    """Rank, total and what each value brings, as fractions; one per clientele."""
    scores = json.loads(file.read_text("utf-8"))["scores"]
    return [
        {
            "clientele": score["clientele"],
            "rank": score["rank"],
            "ranked": score["ranked"],
            "total": Fraction(score["total"]["fraction"]),
            "shown": score["total"]["shown"]["fr"],
            "parts": {
                part["value"]: Fraction(part["earned"]["fraction"]) for part in score["parts"]
            },
        }
        for score in scores
    ]


def _shown(fraction: str) -> str:
    """With one decimal; the generator's weights and points give no more than one."""
    tenths = Fraction(fraction) * 10
    if tenths.denominator != 1:
        raise ValueError(f"{fraction} has more than one decimal")
    return f"{tenths.numerator // 10}.{tenths.numerator % 10}"
