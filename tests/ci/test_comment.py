"""ci/comment.py against a GitHub on this machine: the one comment, and nothing believed."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.ci.fakegithub import (
    BOT,
    HEAD,
    NUMBER,
    REPOSITORY,
    RUN,
    TOKEN,
    GitHub,
    archive,
    handover,
    serving,
)
from tests.ci.scripts import run

MARKER = "<!-- cvcgen-diff -->"


def _comment(
    github: GitHub, folder: Path, *arguments: str, **environ: str
) -> subprocess.CompletedProcess[str]:
    with serving(github):
        return run(
            "comment.py",
            *arguments,
            folder=folder,
            **{
                "GITHUB_API_URL": github.address,
                "GITHUB_SERVER_URL": "https://github.example",
                "GITHUB_REPOSITORY": REPOSITORY,
                "GITHUB_TOKEN": TOKEN,
                "RUN_ID": str(RUN),
                "HEAD_SHA": HEAD,
                **environ,
            },
        )


def _said(number: int, body: str, user: dict[str, str] | None) -> dict[str, Any]:
    return {"id": number, "body": body, "user": user}


def test_the_first_report_is_a_comment(tmp_path: Path) -> None:
    github = GitHub()
    done = _comment(github, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "commented on 12\n", "")
    [(method, path, body)] = github.written
    assert (method, path) == ("POST", f"issues/{NUMBER}/comments")
    assert body == (
        f"{MARKER}\n\n### One score moves\n\n<sub>{HEAD[:12]} · [cvcgen-diff 77]"
        "(https://github.example/owner/site/actions/runs/77)</sub>\n"
    )


def test_the_bot_s_own_comment_is_updated_and_nobody_else_s(tmp_path: Path) -> None:
    others = [
        _said(1, f"{MARKER}\nby a contributor", {"login": "mallory", "type": "User"}),
        _said(2, f"{MARKER}\nby another bot", {"login": "other[bot]", "type": "Bot"}),
        _said(3, f"quoted: {MARKER}", BOT),
        _said(4, f"{MARKER}\nno author", None),
        _said(5, f"{MARKER}\na name like the bot's", {**BOT, "type": "User"}),
    ]
    filler = [_said(100 + i, "talk", {"login": "ada", "type": "User"}) for i in range(250)]
    github = GitHub(comments=[*others, *filler, _said(999, f"{MARKER}\nolder", BOT)])
    done = _comment(github, tmp_path)
    assert (done.returncode, done.stdout) == (0, "updated the comment on 12\n")
    [(method, path, _)] = github.written
    assert (method, path) == ("PATCH", "issues/comments/999")


def test_the_same_report_again_writes_nothing(tmp_path: Path) -> None:
    first = GitHub()
    _comment(first, tmp_path)
    again = GitHub(comments=[_said(9, first.written[0][2], BOT)])
    done = _comment(again, tmp_path)
    assert (done.stdout, again.written) == ("the comment is up to date\n", [])


def test_a_dry_run_says_what_it_would_do(tmp_path: Path) -> None:
    github = GitHub()
    done = _comment(github, tmp_path, "--dry-run")
    assert done.stdout.startswith(f"would create a comment on 12:\n{MARKER}\n")
    github.comments.append(_said(9, MARKER, BOT))
    done = _comment(github, tmp_path, "--dry-run")
    assert done.stdout.startswith("would update a comment on 12:\n")
    assert github.written == []


def test_by_hand_it_says_which_variables_it_needs(tmp_path: Path) -> None:
    done = run("comment.py", "--dry-run", folder=tmp_path, GITHUB_TOKEN="t", RUN_ID="7")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == (
        "ci/comment.py: not set: GITHUB_API_URL, GITHUB_REPOSITORY, HEAD_SHA"
    )


def test_no_change_makes_no_comment_and_updates_an_old_one(tmp_path: Path) -> None:
    same = archive(("handover.json", handover(changes=False)))
    github = GitHub(artifact=same)
    assert _comment(github, tmp_path).stdout.startswith("nothing changes, and there is no")
    assert github.written == []
    github = GitHub(artifact=same, comments=[_said(9, MARKER, BOT)])
    assert _comment(github, tmp_path).stdout == "updated the comment on 12\n"


@pytest.mark.parametrize(
    "files",
    [
        [{"filename": ".github/workflows/check.yml"}],
        [{"filename": "x", "previous_filename": ".github/workflows/check.yml"}],
        [{"filename": "content/a.yaml"}] * 250 + [{"filename": ".github/x"}],
        [{"filename": "content/a.yaml"}] * 3000,
    ],
)
def test_a_proposal_that_changes_its_own_checks_is_named_as_such(
    files: list[dict[str, str]], tmp_path: Path
) -> None:
    github = GitHub(files=files)
    assert _comment(github, tmp_path).returncode == 0
    body = github.written[0][2]
    assert body.startswith(f"{MARKER}\n\n> **Cette proposition modifie ses propres")
    assert body.index("may be forged") < body.index("### One score moves")


def test_the_token_stays_with_the_api(tmp_path: Path) -> None:
    github = GitHub()
    _comment(github, tmp_path)
    bearing = {call.partition(" /")[2].split(" ")[0]: TOKEN in call for call in github.asked}
    assert bearing.pop("elsewhere/artifact.zip") is False
    assert all(bearing.values())


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"state": "closed"}, "the pull request has moved on or is closed"),
        ({"head": {"sha": "f" * 40}}, "the pull request has moved on or is closed"),
        (
            {"base": {"repo": {"full_name": "owner/other"}}},
            "the pull request has moved on or is closed",
        ),
    ],
)
def test_what_has_moved_on_is_left_alone(
    change: dict[str, Any], why: str, tmp_path: Path
) -> None:
    github = GitHub()
    github.pull.update(change)
    done = _comment(github, tmp_path)
    assert (done.returncode, done.stdout, github.written) == (0, f"{why}\n", [])


@pytest.mark.parametrize(
    "artifacts",
    [
        [],
        [{"id": 5, "name": "other", "expired": False, "size_in_bytes": 1}],
        [{"id": 5, "name": "cvcgen-diff", "expired": True, "size_in_bytes": 1}],
    ],
)
def test_a_run_without_a_report_is_no_fault(
    artifacts: list[dict[str, Any]], tmp_path: Path
) -> None:
    done = _comment(GitHub(artifacts=artifacts), tmp_path)
    assert (done.returncode, done.stdout) == (0, "the run handed nothing over\n")


def _bomb() -> bytes:
    return archive(("handover.json", b" " * 50_000_000))


@pytest.mark.parametrize(
    ("artifact", "why"),
    [
        (b"", "it is no archive"),
        (b"PK\x03\x04" + b"x" * 500, "it is no archive"),
        (archive(), "it holds other files"),
        (archive(("../handover.json", b"{}")), "it holds other files"),
        (archive(("handover.json", b"{}"), ("b", b"")), "it holds other files"),
        (_bomb(), "it is too large"),
        (b"x" * 600_000, "it is too large"),
        (archive(("handover.json", b"\xff")), "it is no JSON"),
        (archive(("handover.json", b"[" * 100_000)), "it is no JSON"),
        (archive(("handover.json", b"[]")), "it breaks the schema at /: type"),
        (archive(("handover.json", handover(format=2))), "/format: const"),
        (archive(("handover.json", handover(pull_request=True))), "/pull_request: type"),
        (archive(("handover.json", handover(pull_request="12/../13"))), "/pull_request: type"),
        (archive(("handover.json", handover(head="main"))), "/head: pattern"),
        (archive(("handover.json", handover(head="f" * 40))), "it is about another commit"),
        (archive(("handover.json", handover(more=1))), "/: additionalProperties"),
        (archive(("handover.json", handover(markdown="no marker"))), "/markdown: pattern"),
        (
            archive(("handover.json", handover(markdown=f"{MARKER}\n" + "x" * 65_000))),
            "/markdown: maxLength",
        ),
        (
            archive(("handover.json", handover(markdown=f"{MARKER}\n@everyone"))),
            "its text holds a mention",
        ),
    ],
)
def test_an_invalid_report_is_refused_without_being_quoted(
    artifact: bytes, why: str, tmp_path: Path
) -> None:
    github = GitHub(artifact=artifact)
    done = _comment(github, tmp_path)
    assert (done.returncode, done.stdout, github.written) == (1, "", [])
    assert done.stderr.startswith("ci/comment.py: the report is refused: ")
    assert why in done.stderr
    assert "everyone" not in done.stderr


def test_an_artifact_that_says_it_is_large_is_not_downloaded(tmp_path: Path) -> None:
    github = GitHub()
    github.artifacts[0]["size_in_bytes"] = 10**9
    assert _comment(github, tmp_path).returncode == 1
    assert not any("zip" in call for call in github.asked)


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_an_api_that_refuses_is_said_without_the_token(status: int, tmp_path: Path) -> None:
    done = _comment(GitHub(status=status), tmp_path)
    assert (done.returncode, done.stderr) == (3, f"ci/comment.py: GitHub answered {status}\n")


def test_an_api_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = _comment(GitHub(), tmp_path, GITHUB_API_URL="http://127.0.0.1:9")
    assert done.returncode == 3
    assert done.stderr == "ci/comment.py: GitHub did not answer: URLError\n"


@pytest.mark.parametrize("head", ["", "main", HEAD[:-1], f"{HEAD}\n"])
def test_a_head_that_is_no_commit_is_refused(head: str, tmp_path: Path) -> None:
    done = _comment(GitHub(), tmp_path, HEAD_SHA=head)
    assert (done.returncode, done.stdout) == (3, "")


def test_a_wrong_call_says_what_is_right(tmp_path: Path) -> None:
    assert run("comment.py", "--wet", folder=tmp_path).returncode == 2
