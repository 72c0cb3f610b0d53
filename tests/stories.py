"""A made history of the base site in which everything happens that can happen to a score."""

from pathlib import Path

from tests.building import BASE, files_in
from tests.sources.git.histories import History

GUICHET = "content/projects/guichet.yaml"
RAPPEL = "content/projects/rappel.yaml"
RENAMED = "content/projects/rappel-telephonique.yaml"
CITOYENS = "content/clienteles/citoyens.yaml"


def base(path: str) -> str:
    return files_in(BASE)[path].decode("utf-8")


def rappel(*points: str, title: str = "Rappel téléphonique") -> str:
    ratings = zip(("accessibilite", "securite", "rapidite"), points, strict=True)
    rows = "".join(f"      {value}: {given}\n" for value, given in ratings)
    head = f'title: {{fr: "{title}", en: "{title}"}}\n'
    return f"{head}scorecards:\n  citoyens:\n    ratings:\n{rows}"


def guichet(*points: str) -> str:
    return rappel(*points, title="Guichet")


def eventful(folder: Path) -> History:
    """Ten commits: incomplete, complete, merged, broken, mended, reweighed, renamed."""
    history = History.start(folder)
    history.commit({**files_in(BASE)}, "Start", "2026-01-01")
    history.commit(
        {RAPPEL: rappel("3", "null", "1")}, "Add the call back", "2026-01-02", "Grace"
    )
    history.commit({RAPPEL: rappel("3", "5", "1")}, "Rate its security", "2026-01-03")
    history.git("checkout", "--quiet", "-b", "side")
    history.commit({GUICHET: guichet("5", "3", "3")}, "On a branch", "2026-01-04")
    history.git("checkout", "--quiet", "main")
    history.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", "side")
    history.commit({GUICHET: guichet("5", "5", "3")}, "Merge the branch", "2026-01-05")
    history.commit({RAPPEL: "title: [\n"}, "Break it", "2026-01-06")
    history.commit({RAPPEL: rappel("5", "5", "1")}, "Mend it", "2026-01-07")
    weights = base(CITOYENS).replace("weight: 50", "weight: 40").replace(": 20}", ": 30}")
    history.commit({CITOYENS: weights}, "Weigh speed more", "2026-01-08")
    renamed = rappel("5", "5", "3", title="Rappel téléphonique <b>|@me ##[x]")
    history.commit({RAPPEL: None, RENAMED: renamed}, "Rename & rate <it>", "2026-01-09")
    history.commit({"README.md": "x"}, "Elsewhere", "2026-01-10")
    return history
