#!/usr/bin/env python3
"""Posts the report of a pull request's check as a comment, or updates the one that is there.

usage: ci/comment.py [--dry-run]

Run by a workflow that may write to pull requests, after the check has ended. The check's run
was the pull request's to alter: its report is downloaded as data, within limits, and believed
for nothing that GitHub itself can tell. Reads GITHUB_API_URL, GITHUB_SERVER_URL,
GITHUB_REPOSITORY, GITHUB_TOKEN, RUN_ID and HEAD_SHA (of the check's run), and BOT, the login
whose comment is updated. Exit codes: 0 done or nothing to do, 1 an invalid report, 2 wrong
usage, 3 GitHub.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from github import Api, ApiError, BadArchive
from handover import MARKER, MOST_BYTES, Handover, Invalid, read_handover

ARTIFACT = "cvcgen-diff"
FILE = "handover.json"
NEEDED = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN", "HEAD_SHA", "RUN_ID")
"""The variables that have no default."""
OWN_CHECKS = (".github/",)
"""What a pull request must change to alter the run that made its report."""
WARNING = (
    "> **Cette proposition modifie ses propres vérifications (`.github/`)\u00a0: le rapport "
    "qui suit peut être faux.**\n> *This proposal changes its own checks: the report below may "
    "be forged.*"
)


@dataclass(frozen=True)
class Run:
    """The check's run, as GitHub tells it."""

    api: Api
    number: int
    head: str
    """The pull request's commit, 40 hexadecimal digits."""
    server: str
    """The address of pages, such as `https://github.com`."""
    bot: str
    """The login of whoever comments."""


def read_run(environ: Mapping[str, str]) -> Run:
    """The run that the variables name. Raises `KeyError` or `ValueError`."""
    head = environ["HEAD_SHA"]
    if not re.fullmatch("[0-9a-f]{40}", head):
        raise ValueError("HEAD_SHA is no commit")
    api = Api(environ["GITHUB_API_URL"], environ["GITHUB_REPOSITORY"], environ["GITHUB_TOKEN"])
    server = environ.get("GITHUB_SERVER_URL", "https://github.com")
    bot = environ.get("BOT") or "github-actions[bot]"
    return Run(api, int(environ["RUN_ID"]), head, server, bot)


def download(run: Run) -> Handover | None:
    """What the run handed over; None where it did not."""
    listed = run.api.get(f"actions/runs/{run.number}/artifacts?name={ARTIFACT}")["artifacts"]
    found = [one for one in listed if one["name"] == ARTIFACT and not one["expired"]]
    if not found:
        return None
    if found[0]["size_in_bytes"] > MOST_BYTES:
        raise BadArchive("it is too large")
    return read_handover(run.api.artifact(found[0]["id"], FILE, MOST_BYTES))


def is_current(run: Run, report: Handover) -> bool:
    """Whether the pull request is open and still has the commit that was checked."""
    if report.head != run.head:
        raise Invalid("it is about another commit than its run")
    pull = run.api.get(f"pulls/{report.pull_request}")
    same = pull["base"]["repo"]["full_name"] == run.api.repository
    return bool(same and pull["state"] == "open" and pull["head"]["sha"] == run.head)


def alters_its_checks(run: Run, number: int) -> bool:
    """Whether the pull request touches what checks it, or is too large to tell."""
    count = 0
    for page in run.api.pages(f"pulls/{number}/files"):
        count += len(page)
        names = [one.get(key, "") for one in page for key in ("filename", "previous_filename")]
        if any(name.startswith(OWN_CHECKS) for name in names):
            return True
    return count >= 3000


def find_comment(run: Run, number: int) -> Mapping[str, Any] | None:
    """The bot's comment with the marker; the same marker by anybody else is a text."""
    for page in run.api.pages(f"issues/{number}/comments"):
        for comment in page:
            user = comment["user"] or {}
            is_bot = user.get("type") == "Bot" and user.get("login") == run.bot
            if is_bot and (comment["body"] or "").startswith(MARKER):
                found: Mapping[str, Any] = comment
                return found
    return None


def compose(run: Run, report: Handover, altered: bool) -> str:
    """The comment's text: the report between what this script itself can vouch for."""
    page = f"{run.server}/{run.api.repository}/actions/runs/{run.number}"
    warning = f"\n{WARNING}\n" if altered else ""
    text = report.markdown.removeprefix(MARKER).strip("\n")
    return (
        f"{MARKER}\n{warning}\n{text}\n\n"
        f"<sub>{run.head[:12]} · [{ARTIFACT} {run.number}]({page})</sub>\n"
    )


def publish(run: Run, report: Handover, dry: bool) -> str:
    """Makes or updates the comment; what was done, in words."""
    number = report.pull_request
    known = find_comment(run, number)
    if known is None and not report.changes:
        return "nothing changes, and there is no comment to update"
    body = compose(run, report, alters_its_checks(run, number))
    if known is not None and known["body"].strip() == body.strip():
        return "the comment is up to date"
    if dry:
        return f"would {'update' if known else 'create'} a comment on {number}:\n{body}"
    if known is not None:
        run.api.send("PATCH", f"issues/comments/{int(known['id'])}", {"body": body})
        return f"updated the comment on {number}"
    run.api.send("POST", f"issues/{number}/comments", {"body": body})
    return f"commented on {number}"


def main(arguments: list[str], environ: Mapping[str, str]) -> int:
    """The whole of it; the exit code."""
    if arguments not in ([], ["--dry-run"]):
        print(__doc__, file=sys.stderr)
        return 2
    missing = [name for name in NEEDED if name not in environ]
    if missing:
        print(f"{__doc__}\nci/comment.py: not set: {', '.join(missing)}", file=sys.stderr)
        return 2
    try:
        run = read_run(environ)
        report = download(run)
        if report is None:
            done = "the run handed nothing over"
        elif not is_current(run, report):
            done = "the pull request has moved on or is closed"
        else:
            done = publish(run, report, bool(arguments))
    except (BadArchive, Invalid) as error:
        print(f"ci/comment.py: the report is refused: {error}", file=sys.stderr)
        return 1
    except (ApiError, KeyError, TypeError, ValueError) as error:
        said = str(error) if isinstance(error, ApiError) else f"{type(error).__name__} {error}"
        print(f"ci/comment.py: {said}", file=sys.stderr)
        return 3
    print(done)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
