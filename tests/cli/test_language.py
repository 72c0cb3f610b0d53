import pytest

from cvcgen.cli.language import choose_language
from tests.cli.running import cvcgen


@pytest.mark.parametrize(
    ("arguments", "environ", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LANG": "fr"}, "fr"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LC_ALL": "C", "LANG": "fr_CA"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "en_CA"}, "fr"),
        ([], {"LANG": "en_CA", "LANGUAGE": "de:fr"}, "fr"),
        ([], {"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        (["--lang", "fr"], {"LANG": "en_CA"}, "fr"),
        (["check", "--lang=en"], {"LANG": "fr_CA"}, "en"),
        (["--lang=en", "check", "--lang", "de"], {"LANG": "fr_CA"}, "en"),
        (["--", "--lang", "fr"], {}, "en"),
        (["--lang"], {}, "en"),
    ],
)
def test_the_option_goes_before_the_locale(
    arguments: list[str], environ: dict[str, str], language: str
) -> None:
    assert choose_language(arguments, environ) == language


def test_an_unknown_language_is_a_usage_error() -> None:
    ran = cvcgen("check", "--lang", "de")
    assert ran.code == 2
    assert "--lang takes fr, en, not «de»" in ran.err


def test_usage_errors_are_french_for_a_french_locale() -> None:
    ran = cvcgen("chek", environ={"LANG": "fr_CA.UTF-8"})
    first, last = ran.err.splitlines()
    said = "cvcgen\xa0: erreur d’utilisation\xa0: commande inconnue\xa0: «\xa0chek\xa0» · "
    assert first.startswith(said)
    assert last == "`cvcgen --help` dit ce qui est admis."
