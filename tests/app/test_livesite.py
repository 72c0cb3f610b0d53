import errno
import shutil
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, evaluate_site, livesite, render
from cvcgen.app.livesite import LiveSite, rebuild
from tests.building import BASE

GUICHET = "content/projects/guichet.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site-folder"))


def edit(site: Path, before: str, after: str, path: str = GUICHET) -> None:
    file = site / path
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def all_files(live: LiveSite) -> dict[str, bytes | None]:
    assert live.files is not None
    return {path: live.files.read(path) for path in live.files.paths}


def published(site: Path) -> dict[str, bytes]:
    evaluated = evaluate_site(site)
    assert evaluated.scoreboard is not None
    made = render(evaluated.checked.catalogue, evaluated.scoreboard, site)
    return {str(file.path): file.content for file in made}


def test_after_any_edits_the_site_is_the_one_that_would_be_published(site: Path) -> None:
    live = rebuild(site)
    assert all_files(live) == published(site)
    second = (site / GUICHET).read_text("utf-8")
    for step in (
        lambda: edit(site, "securite: 3", "securite: 5"),
        lambda: (site / "content/projects/rappel.yaml").write_text(second, "utf-8"),
        lambda: edit(site, "weight: 50", "weight: 40", "content/clienteles/citoyens.yaml"),
        lambda: edit(site, "weight: 30", "weight: 40", "content/clienteles/citoyens.yaml"),
        lambda: edit(site, "Cotes", "Autres cotes", "cvcgen.yaml"),
        (site / GUICHET).unlink,
    ):
        step()
        live = rebuild(site, live)
        if not live.is_faulty:
            assert all_files(live) == published(site)
    assert not live.is_faulty


def test_what_has_not_changed_is_the_same_state(site: Path) -> None:
    live = rebuild(site)
    (site / GUICHET).write_bytes((site / GUICHET).read_bytes())
    (site / "notes.txt").write_text("x", "utf-8")
    assert rebuild(site, live) is live


def test_a_state_says_which_files_differ_from_the_one_before(site: Path) -> None:
    live = rebuild(site)
    assert live.changed == ()
    edit(site, "securite: 3", "securite: 5")
    edit(site, "Cotes", "Points", "cvcgen.yaml")
    (site / "content/stray").symlink_to("values")
    assert rebuild(site, live).changed == (
        "content/projects/guichet.yaml",
        "content/stray",
        "cvcgen.yaml",
    )


def test_errors_keep_the_last_sound_site_and_are_told(site: Path) -> None:
    live = rebuild(site)
    edit(site, "rapidite", "rapidte")
    broken = rebuild(site, live)
    assert broken.is_faulty
    assert broken.files is live.files
    edit(site, "securite: 3", "securite: 5")
    still = rebuild(site, broken)
    assert still.files is live.files
    edit(site, "rapidte", "rapidite")
    mended = rebuild(site, still)
    assert not mended.is_faulty
    assert all_files(mended) == published(site)


def test_a_site_that_never_was_sound_has_no_files(site: Path) -> None:
    edit(site, "rapidite", "rapidte")
    live = rebuild(site)
    assert (live.is_faulty, live.files) == (True, None)


def test_a_folder_that_is_no_site_fails_at_first_and_is_told_later(
    site: Path, tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentFailure):
        rebuild(tmp_path)
    live = rebuild(site)
    settings = (site / "cvcgen.yaml").rename(site / "away")
    lost = rebuild(site, live)
    assert lost.failure is not None
    assert lost.failure.text(str).startswith("there is no `cvcgen.yaml` in ")
    assert lost.files is live.files
    assert rebuild(site, lost) is lost
    settings.rename(site / "cvcgen.yaml")
    found = rebuild(site, lost)
    assert found.failure is None
    assert all_files(found) == published(site)


def test_own_templates_and_assets_take_effect_when_they_change(site: Path) -> None:
    live = rebuild(site)
    own = site / "templates"
    (own / "assets").mkdir(parents=True)
    for text in ("first", "second"):
        (own / "404.html.jinja").write_text(text, "utf-8")
        (own / "assets/theme.css").write_text(f"/* {text} */", "utf-8")
        live = rebuild(site, live)
        assert live.changed == ("templates/404.html.jinja", "templates/assets/theme.css")
        assert all_files(live) == published(site)


def test_templates_that_cannot_be_read_are_told_and_shown_once_they_can(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = rebuild(site)
    own = site / "templates/404.html.jinja"
    own.parent.mkdir()
    own.write_text("own", "utf-8")

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "no", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(livesite, "read_own_templates", refuse)
        lost = rebuild(site, live)
        assert lost.failure is not None
        assert lost.failure.text(str) == f"`{own.parent}`: Permission denied"
        assert rebuild(site, lost) is lost
    found = rebuild(site, lost)
    assert (found.failure, found.files and found.files.read("404.html")) == (None, b"own")


def test_forgetting_former_files_changes_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(livesite, "REMEMBERED", 1)
    live = rebuild(site)
    for points in "5", "1", "0", "3":
        text = (site / GUICHET).read_text("utf-8")
        edit(site, text.partition("securite: ")[2][:1] + "\n", f"{points}\n")
        live = rebuild(site, live)
        assert all_files(live) == published(site)
