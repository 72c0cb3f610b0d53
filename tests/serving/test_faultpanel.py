from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.app.livesite import LiveSite, rebuild
from cvcgen.core.diagnostics import message
from cvcgen.serving.faultpanel import make_panel
from tests.serving.previews import GUICHET


def broken(live: LiveSite, site: Path, before: str, after: str) -> LiveSite:
    file = site / GUICHET
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    return rebuild(site, live)


def test_nothing_wrong_is_no_panel(live: LiveSite) -> None:
    assert make_panel(live, "en") is None


def test_warnings_are_no_reason_to_cover_the_site(live: LiveSite, site: Path) -> None:
    (site / "content/values/rapidite.yaml").write_text("name: {fr: Rapidité}\n", "utf-8")
    after = rebuild(site, live)
    assert after.checked.diagnostics
    assert make_panel(after, "en") is None


def test_the_panel_is_an_alert_in_the_readers_language(live: LiveSite, site: Path) -> None:
    after = broken(live, site, "rapidite", "rapidte")
    english, french = make_panel(after, "en"), make_panel(after, "fr")
    assert english is not None
    assert french is not None
    assert english.title == "1 error in 1 file"
    assert french.title == "1 erreur dans 1 fichier"
    assert '<div id="cvcgen-faults" role="alert" lang="fr">' in french.html
    assert "vouliez-vous écrire" in french.html
    assert "Below is the site as it was before" in english.html


@pytest.mark.parametrize(("language", "spoken"), [("iu", "en"), ("fr-ca", "fr"), ("", "en")])
def test_a_page_in_another_language_has_the_nearest_that_the_tool_speaks(
    live: LiveSite, site: Path, language: str, spoken: str
) -> None:
    panel = make_panel(broken(live, site, "rapidite", "rapidte"), language)
    assert panel is not None
    assert f'lang="{spoken}"' in panel.html


def test_a_folder_that_cannot_be_read_is_said_without_acting(live: LiveSite) -> None:
    failure = message("there is no {what}", what="<script>\u202e")
    panel = make_panel(replace(live, failure=failure), "en")
    assert panel is not None
    assert panel.title == "The site cannot be made"
    assert "there is no &lt;script&gt;\\u{202e}" in panel.html


def test_what_the_content_says_is_text(live: LiveSite, site: Path) -> None:
    after = broken(live, site, "rapidite:", "'<script>alert(1)</script>\"&':")
    panel = make_panel(after, "en")
    assert panel is not None
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in panel.html
    assert "<script" not in panel.html
