"""A ranking that cvcgen published, in the form in which Hugo's is read."""

import json
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


def _shown(fraction: str) -> str:
    """With one decimal; the generator's weights and points give no more than one."""
    tenths = Fraction(fraction) * 10
    if tenths.denominator != 1:
        raise ValueError(f"{fraction} has more than one decimal")
    return f"{tenths.numerator // 10}.{tenths.numerator % 10}"
