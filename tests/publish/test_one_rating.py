"""Goal 10: one rating changed touches its pages, rankings and data, and little of them."""

from difflib import unified_diff
from pathlib import Path, PurePosixPath

from cvcgen import app
from cvcgen.sources.snapshot import Snapshot, read_directory

ROOT = Path(__file__).resolve().parents[2]
PROJECT = PurePosixPath("content/projects/carte-numerique.yaml")
MOST_LINES = 40


def site(snapshot: Snapshot) -> dict[str, bytes]:
    """Every file of the site of that content, by path."""
    found = app.evaluate_checked(app.check_snapshot(snapshot))
    assert found.scoreboard is not None
    rendered = app.render(found.checked.catalogue, found.scoreboard)
    return {str(artifact.path): artifact.content for artifact in rendered}


def changed_lines(before: bytes, after: bytes) -> int:
    lines = unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0)
    return sum(1 for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---"))


def test_one_rating_changes_little() -> None:
    here = read_directory(ROOT)
    text = here.files[PROJECT].decode()
    # Agility of citizens, 3 to 5: 2.4 % more, and no rank moves.
    place = text.index("points: 3", text.index("      agilite:"))
    raised = text[:place] + "points: 5" + text[place + len("points: 3") :]
    before = site(here)
    after = site(Snapshot(here.origin, {**here.files, PROJECT: raised.encode()}))
    assert before.keys() == after.keys()
    changed = [path for path in before if before[path] != after[path]]
    projects = {PurePosixPath(p).stem for p in changed if "/projets/" in p or "/projects/" in p}
    assert projects == {"carte-numerique", "index"}  # the index shows scores
    rankings = [p for p in changed if "/classements/" in p or "/rankings/" in p]
    pages = [p for p in rankings if p.endswith(".html")]
    assert {PurePosixPath(p).stem for p in pages} <= {"citoyens", "index"}
    assert max(changed_lines(before[p], after[p]) for p in pages) <= MOST_LINES
