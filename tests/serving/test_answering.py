import re
from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.app.livesite import LiveSite, rebuild
from cvcgen.serving.answering import Answer, answer, answer_failure
from tests.serving.previews import GUICHET


def header(got: Answer, name: str) -> str | None:
    return dict(got.headers).get(name)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/fr/", "text/html; charset=utf-8"),
        ("/fr/projets/", "text/html; charset=utf-8"),
        ("/assets/cvcgen.css", "text/css; charset=utf-8"),
        ("/fr/recherche.js", "text/javascript; charset=utf-8"),
        ("/data/v1/index.json", "application/json"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/assets/favicon.svg", "image/svg+xml"),
        ("/-/reload.js", "text/javascript; charset=utf-8"),
        ("/-/faults.css", "text/css; charset=utf-8"),
    ],
)
def test_a_file_is_sent_as_what_it_is_and_never_kept(
    live: LiveSite, path: str, kind: str
) -> None:
    got = answer(path, live, "en")
    assert (got.status, header(got, "content-type")) == (200, kind)
    assert header(got, "content-length") == str(len(got.body))
    assert header(got, "cache-control") == "no-store"
    assert header(got, "x-content-type-options") == "nosniff"
    assert header(got, "cross-origin-resource-policy") == "same-origin"
    assert header(got, "content-security-policy") == "frame-ancestors 'self'"
    assert header(got, "referrer-policy") == "same-origin"


def test_a_folder_without_its_slash_leads_to_the_folder(live: LiveSite) -> None:
    got = answer("/fr/projets", live, "en")
    assert (got.status, header(got, "location"), got.body) == (307, "/fr/projets/", b"")


def test_the_way_to_a_folder_is_an_address_whatever_its_name(live: LiveSite) -> None:
    class OneFolder:
        def read(self, path: str) -> bytes | None:
            return b"" if path == "un été\r\n/index.html" else None

    strange = replace(live, files=OneFolder())  # type: ignore[arg-type]
    got = answer("/un été\r\n", strange, "en")
    assert header(got, "location") == "/un%20%C3%A9t%C3%A9%0D%0A/"


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere.html",
        "/fr/projets/none",
        "/..",
        "/../cvcgen.yaml",
        "/fr/../index.html",
        "/./index.html",
        "//index.html",
        "//evil.example/fr",
        "/cvcgen.yaml",
        "/content/projects/guichet.yaml",
        "/etc/passwd",
        "/fr/index.html\0",
        "/\0",
        "/fr\\index.html",
        "/\udcff",
        "/" + "a" * 100_000,
        "/" + "../" * 10_000,
        "/FR/index.html",
        "/-",
        "/-/",
        "/-/../reload.js",
        "/-/application.py",
    ],
)
def test_what_is_no_file_of_the_site_is_not_found(live: LiveSite, path: str) -> None:
    assert answer(path, live, "en").status == 404


def test_the_page_not_found_is_the_sites_own_and_reloads(live: LiveSite) -> None:
    got = answer("/nowhere.html", live, "en")
    assert "Cette page n’existe pas." in got.body.decode()
    assert b"/-/reload.js" in got.body


def test_a_site_for_a_sub_path_can_be_reached_there_too(live: LiveSite, site: Path) -> None:
    settings = site / "cvcgen.yaml"
    text = f"{settings.read_text('utf-8')}url: https://example.org/a/b\n"
    settings.write_text(text, "utf-8")
    after = rebuild(site, live)
    lost = answer("/nowhere", after, "en").body.decode()
    style = re.search(r'href="(/a/b/assets/cvcgen.css)', lost)
    assert style is not None
    assert answer(style[1], after, "en").status == 200
    assert answer("/a/b/", after, "en") == answer("/", after, "en")
    assert answer("/a/b", after, "en").status == 404


def test_no_page_of_a_site_lies_where_the_previews_own_files_do(live: LiveSite) -> None:
    assert live.files is not None
    assert [path for path in live.files.paths if path.startswith("-")] == []


def test_pages_carry_a_version_and_files_do_not(live: LiveSite) -> None:
    page, style = (answer(path, live, "en") for path in ("/fr/", "/assets/cvcgen.css"))
    version = header(page, "etag")
    assert version is not None
    assert f"data-version={version}".encode() in page.body
    assert header(style, "etag") is None


def test_a_fault_changes_the_version_of_every_page_and_no_other_file(
    live: LiveSite, site: Path
) -> None:
    file = site / GUICHET
    file.write_text(file.read_text("utf-8").replace("rapidite", "rapidte"), "utf-8")
    after = rebuild(site, live)
    for path in ("/fr/", "/en/", "/nowhere"):
        before, now = (answer(path, state, "en") for state in (live, after))
        assert header(before, "etag") != header(now, "etag")
        assert before.status == now.status
    style = "/assets/cvcgen.css"
    assert answer(style, live, "en") == answer(style, after, "en")


def test_a_page_tells_of_faults_in_its_own_language(live: LiveSite, site: Path) -> None:
    (site / GUICHET).write_text("title: [", "utf-8")
    after = rebuild(site, live)
    assert 'role="alert" lang="fr"' in answer("/fr/", after, "en").body.decode()


def test_before_there_is_a_site_every_page_tells_why(live: LiveSite, site: Path) -> None:
    (site / GUICHET).write_text("title: [", "utf-8")
    never = rebuild(site)
    for path in ("/", "/fr/", "/any.html"):
        got = answer(path, never, "fr")
        assert (got.status, b'role="alert"' in got.body) == (503, True)
    for path in ("/-/", "/-/nowhere.html"):
        assert answer(path, never, "en").status == 404  # nor ever one of a site
    script = answer("/fr/recherche.js", never, "en")
    assert (script.status, script.body) == (503, b"There is no site yet.\n")
    assert answer("/-/reload.js", never, "en").status == 200


def test_a_site_without_a_page_not_found_has_a_blank_one(live: LiveSite) -> None:
    class Nothing:
        def read(self, path: str) -> bytes | None:
            return None

    got = answer("/", replace(live, files=Nothing()), "fr")  # type: ignore[arg-type]
    assert got.status == 404
    assert b'<html lang="fr">' in got.body


def test_a_failure_is_a_page_of_plain_words_that_reloads() -> None:
    got = answer_failure(ValueError("<script>\x1b"), "en")
    text = got.body.decode()
    assert got.status == 500
    assert "ValueError: &lt;script&gt;\\u{1b}" in text
    assert "/-/reload.js" in text


@pytest.mark.parametrize("name", ["tool.exe", "page.htm", "page.html.x", "none"])
def test_a_file_of_a_kind_that_is_not_known_is_for_no_browser_to_guess(
    site: Path, name: str
) -> None:
    own = site / "templates/assets" / name
    own.parent.mkdir(parents=True)
    own.write_bytes(b"<script>alert(1)</script>")
    got = answer(f"/assets/{name}", rebuild(site), "en")
    assert (got.status, got.body) == (200, own.read_bytes())
    assert header(got, "content-type") == "application/octet-stream"
    assert header(got, "x-content-type-options") == "nosniff"
