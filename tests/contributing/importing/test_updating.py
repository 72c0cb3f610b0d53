"""A spreadsheet changes what it says in a file that is there, and nothing else of it."""

from pathlib import Path

from cvcgen.app import check
from cvcgen.core.diagnostics import has_errors
from tests.contributing.importing.bringing import GUICHET, brought, grid_csv, said
from tests.spreadsheets.making import write

COMMENTED = """\
# About the counter.
title: {fr: Guichet, en: Counter}
description: |
  # A heading, and no comment.
scorecards:
  citoyens:
    ratings:
      # The evidence is thin.
      accessibilite:
        points: 5
        why: {fr: Ouvert, en: Open}
        evidence: [Survey]
      securite: 3 # said by all
      rapidite: 1
"""


def test_an_update_keeps_everything_else(site: Path, tmp_path: Path) -> None:
    (site / GUICHET).write_text(COMMENTED, "utf-8")
    text = grid_csv(
        "Accessibility,,,x,,,Ouvert", "Security,,x,,,,", "Speed,,,,,,", title="Counter"
    )
    path = write(tmp_path, "g.csv", text)
    refused = brought(site, path)
    assert [line.split()[0] for line in said(refused)] == ["D5", "C6", "A7"]
    assert (site / GUICHET).read_text("utf-8") == COMMENTED
    assert brought(site, path, update=True).updated == (GUICHET,)
    expected = (
        COMMENTED.replace("points: 5", "points: 3")
        .replace("securite: 3", "securite: 1")
        .replace("rapidite: 1", "rapidite: null")
    )
    assert (site / GUICHET).read_text("utf-8") == expected
    assert brought(site, path).unchanged == (GUICHET,)


def test_a_reason_is_changed_in_its_language_alone(site: Path, tmp_path: Path) -> None:
    (site / GUICHET).write_text(COMMENTED, "utf-8")
    extra = "Language of the texts,en\n"
    text = grid_csv("Accessibility,,,,x,,Wide open", title="Counter", extra=extra)
    brought(site, write(tmp_path, "g.csv", text), update=True)
    assert 'why: {fr: "Ouvert", en: "Wide open"}' in (site / GUICHET).read_text("utf-8")


def test_a_reason_that_is_taken_away_goes(site: Path, tmp_path: Path) -> None:
    (site / GUICHET).write_text(COMMENTED, "utf-8")
    text = grid_csv("Accessibility,,,,x,,", title="Counter")
    brought(site, write(tmp_path, "g.csv", text), update=True)
    written = (site / GUICHET).read_text("utf-8")
    assert "why" not in written
    assert "evidence: [Survey]" in written


def test_a_comment_that_would_be_lost_keeps_the_file(site: Path, tmp_path: Path) -> None:
    text = COMMENTED.replace("points: 5\n", "points: 5\n        # Not sure.\n")
    (site / GUICHET).write_text(text, "utf-8")
    path = write(tmp_path, "g.csv", grid_csv("Accessibility,,,,,,", title="Counter"))
    done = brought(site, path, update=True)
    assert said(done) == [f"A5 CVC609 `{GUICHET}` cannot be changed without losing a comment"]
    assert (site / GUICHET).read_text("utf-8") == text


def test_what_several_raters_gave_is_left_alone(site: Path, tmp_path: Path) -> None:
    text = (
        "title: {fr: Guichet, en: Counter}\nscorecards:\n  citoyens:\n    raters: [A, B]\n"
        "    rule: median\n    ratings:\n"
        + "".join(
            f"      {value}:\n        by_rater: {{A: 1, B: 3}}\n"
            for value in ("accessibilite", "securite", "rapidite")
        )
    )
    (site / GUICHET).write_text(text, "utf-8")
    assert not has_errors(check(site).diagnostics)
    path = write(tmp_path, "g.csv", grid_csv("Speed,,,,x,,", title="Counter"))
    assert said(brought(site, path, update=True)) == [
        f"E5 CVC609 `{GUICHET}` keeps what each rater gave"
    ]
