"""Inputs worth trying: real files and hostile ones, mixed, cut and changed."""

from hypothesis import strategies as st

from tests.building import BASE, SITES, files_in
from tests.fuzz.targets import PATHS

WORDS = [
    *(
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        "? ",
        "\n",
        "  ",
        "\t",
        "&a ",
        "*a",
        "<<: ",
        "!!python ",
        "|",
    ),
    *(
        ">",
        "'",
        '"',
        "#",
        "%",
        "@",
        "`",
        "---",
        "...",
        "null",
        "~",
        "true",
        "yes",
        "no",
        ".nan",
    ),
    *("1e400", "0x1F", "010", "62,5", "1_000", "5:04", "-.inf", "9" * 40, "\u202e", "\u200b"),
    *(
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\r",
        "\u2028",
        "\x85",
        "\\",
        "\\u202e",
        "é",
        "e\u0301",
        "👩‍👧",
    ),
    *(
        "<script>",
        "</script>",
        "javascript:",
        "](",
        "![",
        "<a@b",
        "http://",
        "&#x6A;",
        "**",
        "__",
    ),
    *(
        "::error::",
        "##vso[",
        "=1+1",
        "{{ x }}",
        "{0}",
        "%s",
        "../",
        "con",
        "fr: ",
        "en: ",
        "points",
    ),
    *(
        "title: ",
        "scorecards:",
        "ratings:",
        "pyramid:",
        "levels:",
        "weight: ",
        "value: ",
        "name: ",
    ),
]


def seeds() -> list[bytes]:
    """Real files, and those of the cases that must be refused, each with its place's number."""
    found = []
    for folder in (BASE, *sorted((SITES / "invalid").iterdir())):
        for path, content in files_in(folder).items():
            if path in PATHS and len(content) < 3_000:
                found.append(bytes([PATHS.index(path)]) + content)
    return found


def words() -> st.SearchStrategy[bytes]:
    """Fragments of YAML and Markdown in any order."""
    text = st.one_of(st.sampled_from(WORDS), st.text(max_size=5))
    return st.lists(text, max_size=60).map(
        lambda parts: "".join(parts).encode("utf-8", "replace")
    )


@st.composite
def changed_files(draw: st.DrawFn) -> bytes:
    """A file with a few pieces cut, doubled or replaced."""
    data = draw(st.sampled_from(seeds()))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(1, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        word = draw(st.sampled_from(WORDS)).encode("utf-8", "replace")
        other = draw(st.sampled_from([b"", word, data[start:end] * 2, word * 30]))
        data = data[:start] + other + data[end:]
    return data


def files() -> st.SearchStrategy[bytes]:
    """Files that are nearly right, and files that are nothing."""
    placed = st.tuples(st.integers(0, 255), words()).map(
        lambda pair: bytes([pair[0]]) + pair[1]
    )
    return st.one_of(changed_files(), placed, st.binary(max_size=200))
