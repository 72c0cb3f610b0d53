"""What a test found wrong, worded so that a failure says which page and which part of it."""

from collections.abc import Iterable

SHOWN = 60


def no_findings(goal: str, findings: Iterable[object]) -> None:
    """Fails with every finding on a line of its own; READER's goal comes first."""
    lines = [str(finding) for finding in findings]
    shown = "\n".join(lines[:SHOWN])
    more = f"\n… and {len(lines) - SHOWN} more" if len(lines) > SHOWN else ""
    assert not lines, f"{goal}: {len(lines)} findings\n{shown}{more}"
