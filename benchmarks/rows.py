"""What was measured against what was promised: one row for each bound."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its bound."""

    figure: str
    """What was measured."""
    bound: str
    """What it must not exceed, and the goal where there is one."""
    measured: str
    verdict: str
    """`met`, `goal met`, `**not met**`, or `not measured` with the reason."""


def at_most(figure: str, seconds: float, bound: float, added: float = 0) -> Row:
    """A time against its bound in seconds; `added` is the start-up that it may take besides."""
    said = f"≤ {bound:g} s" + (f" + start-up ({added:.2f} s)" if added else "")
    return Row(figure, said, f"{seconds:.2f} s", _verdict(seconds, bound + added))


def ratio(figure: str, one: float, other: float, bound: float, goal: float = 0) -> Row:
    """A time beside another of the same run."""
    said = f"≤ {bound:g} ×" + (f", goal ≤ {goal:g} ×" if goal else "")
    share = one / other
    measured = f"{share:.2f} × ({one:.2f} s beside {other:.3f} s)"
    return Row(figure, said, measured, _verdict(share, bound, goal))


def memory(figure: str, size: int, bound: int) -> Row:
    """Bytes against their bound in megabytes."""
    megabytes = size / 1e6
    verdict = _verdict(megabytes, bound)
    return Row(figure, f"≤ {bound} MB", f"{megabytes:.0f} MB", verdict)


def unmeasured(figure: str, bound: str, why: str) -> Row:
    """A bound that this run could not judge."""
    return Row(figure, bound, "–", f"not measured: {why}")


def _verdict(number: float, bound: float, goal: float = 0) -> str:
    if goal and number <= goal:
        return "goal met"
    return "met" if number <= bound else "**not met**"
