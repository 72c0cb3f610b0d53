"""package-lock.json pins packages by hash and names no host: scripts/lock-npm sees to it."""

import json

from tests.browser.sites import ROOT

LOCK = ROOT / "package-lock.json"


def test_lock_names_no_address() -> None:
    assert "://" not in LOCK.read_text(encoding="utf-8")


def test_lock_has_a_hash_for_every_package() -> None:
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    assert [name for name, facts in packages.items() if name and "integrity" not in facts] == []


def test_lock_has_the_versions_that_package_json_asks_for() -> None:
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
