"""A folder's files, or what stands in the way."""

from pathlib import Path

import pytest

from cvcgen.app.failures import EnvironmentFailure
from cvcgen.app.folders import read_folder


def test_a_folder_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "cvcgen.yaml").write_bytes(b"format: 1\n")
    assert [*read_folder(tmp_path).files.values()] == [b"format: 1\n"]


def test_a_folder_that_is_no_site_is_told_to_the_user(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as failure:
        read_folder(tmp_path)
    said = failure.value.message.text(str)
    assert said.startswith(f"there is no `cvcgen.yaml` in `{tmp_path}`; ")
