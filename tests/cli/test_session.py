from pathlib import Path

import pytest

from cvcgen.cli.session import folder_in_sources


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
@pytest.mark.parametrize(
    ("folder", "inside"), [(".", ""), ("sites/a", "sites/a"), ("..", ""), ("../other", "")]
)
def test_the_site_s_folder_is_told_from_the_root_of_the_sources(
    tmp_path: Path, folder: str, inside: str, variable: str
) -> None:
    environ = {variable: str(tmp_path)}
    assert folder_in_sources(tmp_path / folder, environ) == inside


def test_elsewhere_the_working_folder_is_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_in_sources(Path("a"), {}) == "a"
