"""`cvcgen serve` in a browser: pages follow what is saved, and strangers learn nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.chromium import find_chromium, launch
from tests.browser.findings import no_findings
from tests.browser.serving import serve
from tests.browser.visiting import LISTEN_FOR_VIOLATIONS, PHONE
from tests.browser.waiting import wait_until
from tests.building import BASE
from tests.serving.previews import GUICHET, Running, running, save

PAGE = "fr/projets/guichet.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site-folder"))


@pytest.fixture
def preview(site: Path) -> Iterator[Running]:
    with running(site) as started:
        yield started


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """A window that keeps what the browser says, violations of policies among it."""
    context = browser.new_context(viewport=PHONE)
    opened = context.new_page()
    opened.add_init_script(LISTEN_FOR_VIOLATIONS)
    opened.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
    opened.on("pageerror", lambda error: complaints.append(f"exception: {error}"))
    yield opened
    context.close()


def listens(page: Page, address: str) -> None:
    """Opens the page, and waits until it has heard of the present state and looked."""
    with page.expect_response(lambda answer: answer.request.method == "HEAD"):
        page.goto(address)


def test_a_saved_rating_is_on_the_page_at_once_where_the_reader_was(
    preview: Running, page: Page, complaints: list[str]
) -> None:
    listens(page, f"{preview.address}{PAGE}#main")
    page.evaluate("scrollTo(0, 400)")
    wait_until(page, "scrollY === 400")
    preview.edit(GUICHET, "securite: 3", "securite: 5")
    page.get_by_text("84,0").first.wait_for()
    wait_until(page, "scrollY === 400")
    assert page.url.endswith("#main")
    assert complaints == []


def test_a_fault_lies_over_the_page_until_it_is_mended(
    preview: Running, page: Page, complaints: list[str]
) -> None:
    listens(page, preview.address + PAGE)
    preview.edit(GUICHET, "rapidite", "rapidte")
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text("erreur[CVC406]")
    expect(panel).to_contain_text("vouliez-vous écrire `rapidite`?")
    expect(panel.locator("pre")).to_contain_text("rapidte: 1")
    expect(page.get_by_text("72,0").first).to_be_attached()
    expect(page).to_have_title("1 erreur dans 1 fichier – Guichet – Cotes")
    panel.locator("summary").click()
    expect(panel.locator("pre")).to_be_hidden()
    preview.edit(GUICHET, "rapidte", "rapidite")
    expect(panel).to_have_count(0)
    expect(page).to_have_title("Guichet – Cotes")
    assert complaints == []


def test_what_a_faulty_file_says_does_not_run(
    preview: Running, page: Page, complaints: list[str]
) -> None:
    listens(page, preview.address + PAGE)
    hostile = (
        '\'</pre></div><script>window.ran = 1</script><img src=x onerror="window.ran = 2">'
        "<style>body{display:none}</style><iframe srcdoc=x></iframe>': 1\n      rapidite"
    )
    preview.edit(GUICHET, "rapidite", hostile)
    panel = page.get_by_role("alert")
    expect(panel).to_contain_text("<script>window.ran = 1</script>")
    assert page.evaluate("window.ran") is None
    assert panel.locator("script, img, style, iframe").count() == 0
    expect(page.locator("main h1")).to_be_attached()
    assert complaints == []


def test_faults_from_the_start_turn_into_the_site(
    site: Path, page: Page, complaints: list[str]
) -> None:
    sound = (site / GUICHET).read_text("utf-8")
    (site / GUICHET).write_text("title: [", "utf-8")
    with running(site, "fr") as preview:
        listens(page, preview.address)
        expect(page.get_by_role("alert")).to_contain_text("Le site paraîtra ici")
        save(site / GUICHET, sound)
        page.wait_for_url("**/fr/index.html")
        expect(page.get_by_role("alert")).to_have_count(0)
    assert [said for said in complaints if "503" not in said] == []


def test_a_page_that_shows_nothing_else_stays_as_it_is(preview: Running, page: Page) -> None:
    listens(page, f"{preview.address}fr/accessibilite.html")
    page.evaluate("window.stayed = true")
    with page.expect_response(lambda answer: answer.request.method == "HEAD"):
        preview.edit(GUICHET, "securite: 3", "securite: 5")
    assert page.evaluate("window.stayed") is True


def test_own_templates_with_a_stricter_policy_reload_too(
    preview: Running, page: Page, complaints: list[str]
) -> None:
    own = preview.root / "templates"
    own.mkdir()
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    for word in ("first", "second"):
        text = f"<!DOCTYPE html><html lang=en><head>{policy}<title>t</title></head><p>{word}"
        save(own / "accessibility.html.jinja", text)
        if word == "first":
            preview.next_state()
            listens(page, f"{preview.address}en/accessibility.html")
        expect(page.get_by_text(word)).to_be_visible()
    # The browser asks for an icon by itself where a page names none.
    assert [
        said for said in complaints if "favicon" not in said and "img-src" not in said
    ] == []


def test_the_panel_is_accessible(preview: Running, browser: Browser, axe: str) -> None:
    preview.edit(GUICHET, "rapidite", "rapidte")
    preview.next_state()
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        listens(page, preview.address + PAGE)
        page.evaluate(axe)
        found = page.evaluate("axe.run('#cvcgen-faults')")
        said = [f"{scheme}: {one['id']}: {one['help']}" for one in found["violations"]]
        context.close()
        no_findings("The panel of faults", said)


ATTACK = """
const reached = [];
const load = (tag, attribute) => new Promise(done => {
  const element = document.createElement(tag);
  element.onload = () => { reached.push(tag); done(); };
  element.onerror = done;
  element[attribute] = PREVIEW + FILES[tag];
  document.head.append(element);
});
const FILES = {
  script: "fr/recherche.js", img: "assets/favicon.svg"
};
const get = async () => {
  for (const mode of ["cors", "no-cors"]) {
    try {
      const answer = await fetch(PREVIEW + "fr/index.html", { mode });
      if (answer.status) reached.push(mode);
    } catch { /* refused */ }
  }
};
const listen = () => new Promise(done => {
  const stream = new EventSource(PREVIEW + "-/changes");
  stream.onmessage = () => { reached.push("changes"); done(); };
  stream.onerror = done;
});
Promise.all([load("script", "src"), load("img", "src"), get(), listen()])
  .then(() => { document.title = `reached: ${reached.sort().reverse()}`; });
"""


def test_a_page_of_another_site_reaches_nothing(
    preview: Running, page: Page, tmp_path: Path
) -> None:
    careless, elsewhere = tmp_path / "careless", tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("fr/recherche.js", "assets/favicon.svg", "fr/index.html"):
        (careless / name).parent.mkdir(parents=True, exist_ok=True)
        (careless / name).write_text(preview.get(f"/{name}").text, "utf-8")
    with serve({"/": careless}) as other, serve({"/": elsewhere}) as address:
        for victim, reached in ((f"{other}/", "script,img"), (preview.address, "")):
            script = f"const PREVIEW = {victim!r};\n{ATTACK}"
            html = f"<!DOCTYPE html><title>waiting</title><script>{script}</script>"
            (elsewhere / "index.html").write_text(html, "utf-8")
            page.goto(f"{address}/index.html")
            expect(page).to_have_title(f"reached: {reached}".strip())


def test_a_name_that_is_made_to_point_here_gets_a_refusal(
    preview: Running, playwright: Playwright, browser: Browser
) -> None:
    executable = find_chromium(playwright)
    assert executable is not None
    rebound = launch(playwright, executable, "--host-resolver-rules=MAP * 127.0.0.1")
    try:
        page = rebound.new_page()
        answer = page.goto(f"http://evil.example:{preview.port}/{PAGE}")
        assert answer is not None
        assert answer.status == 421
        assert "localhost" in page.inner_text("body")
        assert "Guichet" not in page.content()
    finally:
        rebound.close()
