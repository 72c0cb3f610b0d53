"""ci/summary.py: never over what GitHub shows, never a cut fence."""

from pathlib import Path

import pytest

from tests.ci.scripts import run, script

summary = script("summary")


@pytest.mark.parametrize("text", ["", "a\n", "```\n````\n", "é" * 50 + "\n", "x\n" * 500])
@pytest.mark.parametrize("room", [400, 1000, 100_000])
def test_a_block_of_code_is_closed_and_fits(text: str, room: int) -> None:
    written = summary.code_block(text, room)
    assert len(written.encode()) <= room
    lines = written.splitlines()
    fence = lines[0].removesuffix("text")
    assert set(fence) == {"`"}
    assert lines.count(fence) == 1
    assert all(fence not in line for line in text.splitlines())
    more = [line for line in lines if line.startswith("… +")]
    shown = lines.index(fence) - 1
    left = int(more[0].split("+")[1].split()[0]) if more else 0
    assert shown + left == len(text.splitlines())


def test_markdown_is_whole_or_a_sentence(tmp_path: Path) -> None:
    report, target = tmp_path / "report.md", tmp_path / "summary.md"
    for size, expected in ((600_000, 600_000), (600_000, 600_000 + 43), (10, 600_000 + 53)):
        report.write_text("x" * size, "utf-8")
        done = run("summary.py", report, folder=tmp_path, GITHUB_STEP_SUMMARY=str(target))
        assert (done.returncode, done.stdout) == (0, "")
        assert abs(target.stat().st_size - expected) < 10


def test_a_full_summary_stays_as_it_is(tmp_path: Path) -> None:
    report, target = tmp_path / "report.md", tmp_path / "summary.md"
    target.write_text("x" * 1_000_000, "utf-8")
    report.write_text("late\n", "utf-8")
    for option in ([], ["--code"]):
        run("summary.py", *option, report, folder=tmp_path, GITHUB_STEP_SUMMARY=str(target))
        assert target.stat().st_size == 1_000_000


def test_elsewhere_it_is_printed(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("a report\n", "utf-8")
    done = run("summary.py", tmp_path / "report.md", folder=tmp_path)
    assert done.stdout == "a report\n"
    assert run("summary.py", folder=tmp_path).returncode == 2
