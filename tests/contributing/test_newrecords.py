import shutil
from pathlib import Path

import pytest

from cvcgen.app import EnvironmentFailure, check
from cvcgen.contributing.newrecords import NewRecord, UnknownWord, create_record, schemas_for
from cvcgen.core.diagnostics import has_errors
from cvcgen.core.model import Kind
from cvcgen.phrases import load_phrases
from tests.building import BASE

FRENCH = load_phrases("fr")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site"))


def failure(site: Path, wanted: NewRecord) -> str:
    with pytest.raises(EnvironmentFailure) as caught:
        create_record(site, wanted, FRENCH)
    return caught.value.message.text(str)


def test_the_file_is_named_after_the_record_and_lies_with_its_kind(site: Path) -> None:
    for kind in Kind:
        path = create_record(site, NewRecord(kind, "Été n° 2"), FRENCH)
        assert path == Path("content", kind.value, "ete-n-2.yaml")
    assert not has_errors(check(site).diagnostics)


def test_the_title_may_differ_from_the_name(site: Path) -> None:
    path = create_record(site, NewRecord(Kind.VALUE, "ete", " Un\nété "), FRENCH)
    assert '  fr: "Un été"\n' in (site / path).read_text("utf-8")


@pytest.mark.parametrize("title", ["", "  ", "\u3164", "\u2800 \u115f"])
def test_a_title_that_shows_nothing_is_as_none_asked_for(site: Path, title: str) -> None:
    path = create_record(site, NewRecord(Kind.VALUE, "ete", title), FRENCH)
    assert '  fr: "ete"\n' in (site / path).read_text("utf-8")


def test_the_first_line_leads_to_the_schemas_of_the_site(site: Path) -> None:
    path = create_record(site, NewRecord(Kind.VALUE, "a"), FRENCH)
    schema = "../../.cvcgen/schemas/value.schema.json"
    first = (site / path).read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={schema}"


def test_a_checkout_of_cvcgen_uses_the_schemas_beside_its_content() -> None:
    assert schemas_for(Path(__file__).resolve().parents[2]) == Path("schemas")


def test_only_the_clienteles_asked_for_are_rated_once_each(site: Path) -> None:
    create_record(site, NewRecord(Kind.CLIENTELE, "aines"), FRENCH)
    wanted = NewRecord(Kind.PROJECT, "p", clienteles=("aines", "aines"))
    text = (site / create_record(site, wanted, FRENCH)).read_text("utf-8")
    assert text.count("\n    ratings:\n") == 1
    assert "  aines:\n" in text


def test_an_unknown_clientele_is_refused_with_the_known_ones(site: Path) -> None:
    with pytest.raises(UnknownWord) as caught:
        create_record(site, NewRecord(Kind.PROJECT, "p", clienteles=("citoyen",)), FRENCH)
    assert (caught.value.word, caught.value.known) == ("citoyen", {"citoyens"})
    assert not (site / "content/projects/p.yaml").exists()


@pytest.mark.parametrize("title", ["a\x1b[31m", "\u202eb", "\udcff", "\ufeff"])
def test_a_title_that_no_file_may_hold_is_refused(site: Path, title: str) -> None:
    with pytest.raises(UnknownWord) as caught:
        create_record(site, NewRecord(Kind.VALUE, "v", title), FRENCH)
    assert caught.value.message.template == "«{id}» holds a character that no file may hold"
    assert caught.value.word == title
    assert not (site / "content/values/v.yaml").exists()


@pytest.mark.parametrize("name", ["", "…", "CON", "index", "../.."])
def test_a_name_that_no_file_can_have_is_refused(site: Path, name: str) -> None:
    with pytest.raises(UnknownWord) as caught:
        create_record(site, NewRecord(Kind.VALUE, name), FRENCH)
    assert caught.value.message.template == "no file can be named after «{id}»"


def test_a_record_that_exists_is_kept_whatever_its_file_is_called(site: Path) -> None:
    (site / "content/values/Prix.yml").write_text("name: Prix\n")
    said = failure(site, NewRecord(Kind.VALUE, "Prix"))
    assert said == "`content/values/prix.yaml` exists: nothing was written"
    before = (site / "content/values/securite.yaml").read_bytes()
    assert "exists" in failure(site, NewRecord(Kind.VALUE, "Sécurité"))
    assert (site / "content/values/securite.yaml").read_bytes() == before


def test_a_clientele_needs_a_rubric_and_values_first(site: Path) -> None:
    wanted = NewRecord(Kind.CLIENTELE, "aines")
    shutil.rmtree(site / "content/values")
    assert failure(site, wanted) == (
        "there is nothing yet in `content/values/`: first `cvcgen new value NAME`"
    )
    shutil.rmtree(site / "content")
    assert failure(site, wanted) == (
        "there is nothing yet in `content/rubrics/`: first `cvcgen new rubric NAME`"
    )
