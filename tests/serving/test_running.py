"""The whole preview over real connections: what is saved is shown, whatever happens to it."""

import shutil
import socket
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, evaluate_site, render
from cvcgen.serving import Preview, Stop
from tests.serving.previews import GUICHET, PATIENCE, Listener, Running, running, save

PAGE = "/fr/projets/guichet.html"


def files_below(root: Path) -> set[Path]:
    return set(root.rglob("*"))


def test_the_site_is_served_file_by_file_as_it_would_be_published(preview: Running) -> None:
    evaluated = evaluate_site(preview.root)
    assert evaluated.scoreboard is not None
    made = render(evaluated.checked.catalogue, evaluated.scoreboard, preview.root)
    others = [one for one in made if one.path.suffix in {".css", ".js", ".json", ".csv"}]
    assert others
    for file in others:
        got = preview.get(f"/{file.path}")
        assert (got.status, got.text) == (200, file.content.decode())


def test_a_saved_rating_is_shown(preview: Running) -> None:
    assert "72,0" in preview.get(PAGE).text
    preview.edit(GUICHET, "securite: 3", "securite: 5")
    news = preview.next_state()
    assert news.site.changed == (GUICHET,)
    assert "84,0" in preview.get(PAGE).text


def test_a_fault_lies_over_the_former_page_until_it_is_mended(preview: Running) -> None:
    preview.edit(GUICHET, "rapidite", "rapidte")
    assert preview.next_state().site.is_faulty
    text = preview.get(PAGE).text
    assert 'role="alert"' in text
    assert "rapidte" in text
    assert "72,0" in text
    preview.edit(GUICHET, "rapidte", "rapidite")
    assert not preview.next_state().site.is_faulty
    assert 'role="alert"' not in preview.get(PAGE).text


def test_faults_from_the_start_are_a_page_that_turns_into_the_site(site: Path) -> None:
    file = site / GUICHET
    sound = file.read_text("utf-8")
    file.write_text("title: [", "utf-8")
    with running(site) as preview:
        for path in ("/", PAGE):
            got = preview.get(path)
            assert (got.status, 'role="alert"' in got.text) == (503, True)
        assert preview.get("/assets/cvcgen.css").status == 503
        save(file, sound)
        preview.next_state()
        assert preview.get(PAGE).status == 200


def test_a_folder_that_is_no_site_any_more_keeps_its_last_pages(preview: Running) -> None:
    settings = preview.root / "cvcgen.yaml"
    moved = settings.rename(settings.with_name("moved"))
    assert preview.next_state().site.failure is not None
    got = preview.get(PAGE)
    assert (got.status, "there is no `cvcgen.yaml`" in got.text) == (200, False)
    assert "il n’y a pas" in got.text
    moved.rename(settings)
    assert preview.next_state().site.failure is None


def test_content_that_is_replaced_as_a_folder_is_watched_on(preview: Running) -> None:
    content = preview.root / "content"
    content.rename(preview.root / "former")
    while not preview.next_state().site.is_faulty:
        pass
    assert preview.get(PAGE).status == 200  # the former pages stay
    shutil.copytree(preview.root / "former", content)
    while preview.next_state().site.is_faulty:
        pass
    preview.edit(GUICHET, "securite: 3", "securite: 5")
    while "84,0" not in preview.get(PAGE).text:
        preview.next_state()


def test_files_beside_the_site_are_not_waited_for(preview: Running) -> None:
    (preview.root / "notes.txt").write_text("x", "utf-8")
    (preview.root / "site").mkdir()
    (preview.root / "site/index.html").write_text("x", "utf-8")
    (preview.root / "content/projects/.guichet.yaml.swp").write_text("x", "utf-8")
    preview.edit(GUICHET, "securite: 3", "securite: 5")
    assert preview.next_state().site.changed == (GUICHET,)


def test_a_link_in_the_place_of_a_file_is_refused_as_everywhere(preview: Running) -> None:
    file = preview.root / GUICHET
    elsewhere = file.rename(preview.root / "elsewhere.yaml")
    file.symlink_to(elsewhere)
    while not (news := preview.next_state()).site.is_faulty:
        pass
    codes = {found.code for found in news.site.checked.diagnostics}
    assert "CVC102" in codes


def test_nothing_is_written_anywhere(site: Path) -> None:
    before = files_below(site)
    with running(site) as preview:
        preview.get("/")
        preview.edit(GUICHET, "securite: 3", "securite: 5")
        preview.next_state()
        preview.get(PAGE)
    assert files_below(site) == before


def test_own_templates_and_assets_are_watched_and_take_effect(preview: Running) -> None:
    own = preview.root / "templates"
    (own / "assets").mkdir(parents=True)
    (own / "assets/theme.css").write_text("body { color: red }", "utf-8")
    while preview.get("/assets/theme.css").status != 200:
        preview.next_state()
    (own / "404.html.jinja").write_text("<p>own {{ page.language }}</p>", "utf-8")
    while "<p>own fr</p>" not in preview.get("/nowhere").text:
        preview.next_state()


def test_a_page_that_cannot_be_made_says_why_and_the_others_stay(preview: Running) -> None:
    made = preview.root / "made"
    made.mkdir()
    (made / "404.html.jinja").write_text("{{ page.nothing }}", "utf-8")
    made.rename(preview.root / "templates")  # there with all that is in it, or not yet
    preview.next_state()
    got = preview.get("/nowhere")
    assert (got.status, "UndefinedError" in got.text) == (500, True)
    assert type(preview.listener.failures.get(timeout=PATIENCE)).__name__ == "UndefinedError"
    assert preview.get(PAGE).status == 200


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    preview = Preview(tmp_path, Listener(), "en", lambda: 0, port=0)
    with pytest.raises(EnvironmentFailure):
        preview.serve(Stop())


def test_open_streams_and_half_requests_do_not_hold_up_the_end(site: Path) -> None:
    with running(site) as preview:
        held = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(3)]
        head = b"GET /-/changes HTTP/1.1\r\nHost: localhost\r\n"
        for number, connection in enumerate(held):
            connection.settimeout(PATIENCE)
            connection.sendall(head + b"\r\n" * (number != 1))
        assert b"text/event-stream" in held[0].recv(4096)
        assert b"text/event-stream" in held[2].recv(4096)
    for connection in held:
        while connection.recv(4096):
            pass
        connection.close()
