"""The French words: complete, with the same placeholders, spaced as French is, compiled."""

import importlib.util
import io
import re
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from cvcgen.publish.typography import typeset_english, typeset_french

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "cvcgen" / "locale" / "fr" / "LC_MESSAGES" / "cvcgen.po"
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
OF_PAGES = ("templates/", "cvcgen/publish/views/", "cvcgen/publish/exports/")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    loader = SourceFileLoader("messages_script", str(ROOT / "scripts" / "messages"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def french() -> Catalog:
    return read_po(io.BytesIO(PO.read_bytes()), locale="fr")


def both_forms(message: Message) -> list[tuple[str, str]]:
    """Each English form with its French one."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[min(n, 1)], form) for n, form in enumerate(message.string)]


def test_every_collected_message_is_translated(script: ModuleType, french: Catalog) -> None:
    collected = [message for message in script.collect_messages() if message.id]
    missing = []
    for wanted in collected:
        found = french.get(wanted.id, wanted.context)
        forms = both_forms(found) if found else [(str(wanted.id), "")]
        missing += [english for english, form in forms if not form]
    assert missing == []


def test_translations_have_the_same_placeholders(french: Catalog) -> None:
    for message in french:
        for english, form in both_forms(message) if message.id else []:
            wanted = set(PLACEHOLDER.findall(english))
            assert not form or set(PLACEHOLDER.findall(form)) == wanted, english


def test_translations_are_set_as_french(french: Catalog) -> None:
    for message in french:
        for _, form in both_forms(message) if message.id else []:
            if "`" not in form:
                assert form == typeset_french(form)


def test_words_of_pages_are_set_as_english(script: ModuleType) -> None:
    """Beside texts of the content, whose apostrophes are set."""
    checked = 0
    for message in script.collect_messages():
        if message.id and any(path.startswith(OF_PAGES) for path, _ in message.locations):
            for english in both_forms(message):
                checked += 1
                assert english[0] == typeset_english(english[0])
    assert checked > 300


def test_words_are_collected_wherever_they_are_said(script: ModuleType) -> None:
    """Inside an f-string, too, whichever Python collects them."""
    source = b"""
f"{phrases.one('a' ' b')}: {say(message('{n} c', n=1))}"
[many("d", "e", 2), page.context("f", "g"), one(some.text), one(7), several("h")]
"""
    assert set(script.read_python(source)) == {
        ("a b", None),
        ("{n} c", None),
        (("d", "e"), None),
        ("g", "f"),
    }


def test_the_catalogues_are_as_the_script_writes_them(script: ModuleType) -> None:
    refreshed = script.refresh(PO, script.collect_messages())
    stale = [path.name for path, content in refreshed.items() if path.read_bytes() != content]
    assert stale == [], "run scripts/messages"
