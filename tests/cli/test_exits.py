from cvcgen.cli.exits import Exit


def test_codes_are_those_of_the_documentation() -> None:
    assert {code.name: code.value for code in Exit} == {
        "DONE": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "ENVIRONMENT": 3,
        "BUG": 4,
        "INTERRUPTED": 130,
        "PIPE": 141,
    }
