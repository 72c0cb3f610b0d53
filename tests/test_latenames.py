"""Names that load their module when somebody asks for them."""

import sys
from types import ModuleType

import pytest

from cvcgen import app
from cvcgen.latenames import load_late
from cvcgen.publish import output
from cvcgen.sources import git


def test_a_name_loads_its_home_and_is_found_from_then_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "shape", None, raising=False)
    find = load_late(__name__, {"colorsys": ("rgb_to_hsv",), "keyword": ("iskeyword",)})
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    assert find("iskeyword") is sys.modules["keyword"].iskeyword  # type: ignore[attr-defined]
    assert "colorsys" not in sys.modules
    assert globals()["iskeyword"] is find("iskeyword")


def test_another_name_is_none_of_the_package() -> None:
    find = load_late("cvcgen", {"keyword": ("iskeyword",)})
    with pytest.raises(AttributeError, match="module 'cvcgen' has no attribute 'kwlist'"):
        find("kwlist")


@pytest.mark.parametrize("package", [app, git, output])
def test_what_a_package_offers_is_at_home_somewhere(package: ModuleType) -> None:
    homes = [name for names in package._HOMES.values() for name in names]
    assert sorted(homes) == sorted(package.__all__)
    for name in package.__all__:
        assert getattr(package, name) is not None
