import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cvcgen.serving import watching
from cvcgen.serving.watching import concerns, list_folders, watch_site


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    event = threading.Event()
    guard = threading.Timer(30, event.set)
    guard.start()
    yield event
    guard.cancel()
    assert event.is_set()


def seen(root: Path, stop: threading.Event, changes: list[Callable[[], object]]) -> int:
    """How many of the changes were announced, each made after the one before was."""
    announced = 0
    for number, _ in enumerate(watch_site(root, stop)):
        announced = number
        if number == len(changes) or stop.is_set():
            stop.set()
        else:
            changes[number]()
    return announced


def folder_names(root: Path) -> set[str]:
    return {folder.relative_to(root).as_posix() for folder in list_folders(root)}


def test_the_folders_of_content_and_templates_are_watched_and_no_others(site: Path) -> None:
    (site / "templates/assets").mkdir(parents=True)
    for name in ("site", ".git", "content/.hidden", "node_modules"):
        (site / name).mkdir()
    (site / "content/linked").symlink_to(site / "site")
    assert folder_names(site) == {
        *(".", "content", "content/clienteles", "content/projects", "content/rubrics"),
        *("content/values", "templates", "templates/assets"),
    }


@pytest.mark.parametrize("name", ["content", "templates"])
def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere/inner").mkdir(parents=True)
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    assert folder_names(tmp_path) == {"."}


def test_a_folder_that_is_not_there_has_nothing_to_watch_but_itself(tmp_path: Path) -> None:
    assert folder_names(tmp_path) == {"."}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/s/cvcgen.yaml", True),
        ("/s/content/projects/a.yaml", True),
        ("/s/content", True),
        ("/s/templates/assets/theme.css", True),
        ("/s/content/projects/.a.yaml.swp", False),
        ("/s/content/.git/index", False),
        ("/s/site/index.html", False),
        ("/s/.git/index", False),
        ("/s/cvcgen.yaml~", False),
        ("/s/contents", False),
        ("/s", False),
        ("/elsewhere/content/a.yaml", False),
    ],
)
def test_only_what_a_site_is_made_from_concerns_it(path: str, expected: bool) -> None:
    assert concerns(Path("/s"), path) is expected


def test_each_way_to_save_a_file_is_announced(site: Path, stop: threading.Event) -> None:
    file = site / "content/projects/guichet.yaml"
    text = file.read_text("utf-8")

    def write_in_place() -> None:
        file.write_text(f"{text}\n", "utf-8")

    def replace() -> None:
        beside = file.with_suffix(".tmp")
        beside.write_text(text, "utf-8")
        beside.replace(file)

    def move_away_and_write_anew() -> None:
        file.rename(file.with_name("guichet.yaml~"))
        file.write_text(text, "utf-8")

    ways = [write_in_place, replace, move_away_and_write_anew, file.unlink]
    assert seen(site, stop, list(ways)) == len(ways)


def test_settings_and_new_folders_and_what_is_in_them_are_announced(
    site: Path, stop: threading.Event
) -> None:
    settings, own = site / "cvcgen.yaml", site / "templates"
    beside = site / "other"
    beside.write_bytes(settings.read_bytes())
    changes: list[Callable[[], object]] = [
        lambda: beside.replace(settings),
        lambda: settings.write_bytes(settings.read_bytes() + b"\n"),
        lambda: (own / "assets").mkdir(parents=True),
        lambda: (own / "assets/theme.css").write_text("a{}", "utf-8"),
    ]
    assert seen(site, stop, changes) == len(changes)


def test_a_folder_that_the_system_does_not_watch_is_looked_at_instead(
    site: Path, stop: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, asked = watching.watch, []

    def watch(*folders: Path, force_polling: bool | None, **options: object) -> object:
        asked.append(force_polling)
        assert options["recursive"] is False  # what lies below is none of ours to watch
        if not force_polling:
            raise OSError("no space left for watches")
        return real(*folders, force_polling=True, poll_delay_ms=10, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "watch", watch)
    monkeypatch.setattr(watching, "PATIENCE", 0)
    file = site / "content/projects/guichet.yaml"
    assert seen(site, stop, [lambda: file.write_text("title: [", "utf-8")]) == 1
    assert asked == [None, True]


def test_a_folder_that_goes_is_waited_for(
    site: Path, stop: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PATIENCE", 0)
    away = site.with_name("away")
    site.rename(away)
    tries = []

    def come_back(root: Path) -> dict[Path, int]:
        tries.append(root)
        if len(tries) == 3:
            away.rename(root)
        return list_folders(root)

    monkeypatch.setattr(watching, "list_folders", come_back)
    assert seen(site, stop, []) == 0
    assert len(tries) >= 3
