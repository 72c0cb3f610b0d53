"""CVC101 to CVC116: whether a file can be read at all, as everyone would read it."""

from cvcgen.core.diagnostics import Severity, message
from cvcgen.core.rules.rule import Rule

READING_RULES = (
    Rule(
        code="CVC101",
        name="unreadable-file",
        severity=Severity.ERROR,
        title=message("Every file of the content can be read"),
        why=message(
            "A file that the computer refuses to open would be missing from the site without"
            " a word. Its permissions must let you read it, and it must not disappear while"
            " the content is being read."
        ),
        bad="-rw------- root  content/values/rapidite.yaml",
        good="-rw-r--r-- root  content/values/rapidite.yaml",
    ),
    Rule(
        code="CVC102",
        name="link-or-special-file",
        severity=Severity.ERROR,
        title=message("Content is made of ordinary files, never of links"),
        why=message(
            "A link can lead out of the site, to a file that the repository does not keep and"
            " that reviewers never see. Links, pipes and devices are therefore not opened."
        ),
        bad="content/values/rapidite.yaml -> /home/me/rapidite.yaml",
        good="content/values/rapidite.yaml",
    ),
    Rule(
        code="CVC103",
        name="not-utf-8",
        severity=Severity.ERROR,
        title=message("Files are saved in UTF-8"),
        why=message(
            "Saved in an older encoding, a letter with an accent becomes another letter on the"
            " next computer. UTF-8 is the one encoding that every tool here reads alike."
        ),
        bad="# saved as Windows-1252\nname: Rapidit\N{REPLACEMENT CHARACTER}",
        good="# saved as UTF-8\nname: Rapidité",
    ),
    Rule(
        code="CVC104",
        name="byte-order-mark",
        severity=Severity.ERROR,
        title=message("A file does not start with a byte order mark"),
        why=message(
            "Some editors put three invisible bytes before the first letter. Other tools take"
            " them for a part of the first key, and two files that look the same differ."
        ),
        bad="\\u{feff}name: Rapidité",
        good="name: Rapidité",
    ),
    Rule(
        code="CVC105",
        name="invisible-character",
        severity=Severity.ERROR,
        title=message("A file holds no invisible or direction-changing character"),
        why=message(
            "Such a character, often pasted from a web page or a word processor, makes two"
            " different words look the same, or shows a line in another order than it is"
            " read. A reviewer would approve something else than what is published."
        ),
        bad="name: Rapi\\u{200b}dité",
        good="name: Rapidité",
    ),
    Rule(
        code="CVC106",
        name="not-yaml",
        severity=Severity.ERROR,
        title=message("A file is written in YAML"),
        why=message(
            "Where the marks of YAML (indentation, colons, quotes, brackets) do not fit"
            " together, nobody can tell what the rest of the file means, so the file is not"
            " used at all."
        ),
        bad="name: Rapidité: répondre vite",
        good='name: "Rapidité: répondre vite"',
    ),
    Rule(
        code="CVC107",
        name="tab",
        severity=Severity.ERROR,
        title=message("Lines are indented with spaces, never with tabs"),
        why=message(
            "A tab is as wide as each editor decides, and indentation carries the meaning of"
            " a YAML file. YAML therefore forbids tabs there; most editors can be told to"
            " insert spaces instead."
        ),
        bad="weights:\n\tkind: equal",
        good="weights:\n  kind: equal",
    ),
    Rule(
        code="CVC108",
        name="second-document",
        severity=Severity.ERROR,
        title=message("One file holds one record"),
        why=message(
            "The name of a file is the id of its record, so that a second record in the same"
            " file would have no name. A line of three hyphens starts a second one."
        ),
        bad="name: Rapidité\n---\nname: Sécurité",
        good="name: Rapidité",
    ),
    Rule(
        code="CVC109",
        name="anchor",
        severity=Severity.ERROR,
        title=message("Nothing is named by an anchor"),
        why=message(
            "An anchor names a part of a file so that it can be repeated elsewhere. What is"
            " repeated cannot be read where it stands, and its changes cannot be followed"
            " place by place."
        ),
        bad="ratings:\n  accessibilite: &most 5",
        good="ratings:\n  accessibilite: 5",
    ),
    Rule(
        code="CVC110",
        name="alias",
        severity=Severity.ERROR,
        title=message("Every value is written out, never repeated by an alias"),
        why=message(
            "An alias stands for something written elsewhere in the file. A rating that is"
            " not visible on its own line is easily changed by accident, and a few lines of"
            " aliases can swell to gigabytes."
        ),
        bad="ratings:\n  securite: *most",
        good="ratings:\n  securite: 5",
    ),
    Rule(
        code="CVC111",
        name="tag",
        severity=Severity.ERROR,
        title=message("No value carries a tag"),
        why=message(
            "A tag, such as `!!str`, tells a program how to read a value. Here the key says"
            " that already, and tags can make some programs run code."
        ),
        bad="edition: !!str 2022",
        good='edition: "2022"',
    ),
    Rule(
        code="CVC112",
        name="merge-key",
        severity=Severity.ERROR,
        title=message("No mapping is merged into another"),
        why=message(
            "The key `<<` copies keys from elsewhere, and which of two values then wins is not"
            " visible. Each record says in full what it says."
        ),
        bad="citoyens:\n  <<: *usual\n  note: Revu en 2026",
        good="citoyens:\n  ratings: {accessibilite: 5}\n  note: Revu en 2026",
    ),
    Rule(
        code="CVC113",
        name="duplicate-key",
        severity=Severity.ERROR,
        title=message("A key stands once in its mapping"),
        why=message(
            "Of two values under one key, most programs silently keep the last. The other"
            " one, maybe the right one, would be lost."
        ),
        bad="ratings:\n  securite: 3\n  securite: 5",
        good="ratings:\n  securite: 5",
    ),
    Rule(
        code="CVC114",
        name="key-not-text",
        severity=Severity.ERROR,
        title=message("A key is a text"),
        why=message(
            "YAML allows lists and mappings as keys; no key of this format is one. Most"
            " often a text that starts with a bracket or a brace lacks its quotes."
        ),
        bad="{project}: Guichet",
        good='title: "{project}: Guichet"',
    ),
    Rule(
        code="CVC115",
        name="ambiguous-form",
        severity=Severity.ERROR,
        title=message("Numbers and plain words have one form that everyone reads alike"),
        why=message(
            "Programs disagree about such forms: `62,5` is a text, `5:04` is 304 to some,"
            " `010` is 8 or 10, and `no` is a word or «false». A score must not depend on the"
            " program that reads it, so numbers are written like `62.5` and texts that look"
            " like something else stand in quotes."
        ),
        bad="published: 62,5",
        good="published: 62.5",
    ),
    Rule(
        code="CVC116",
        name="over-the-limits",
        severity=Severity.ERROR,
        title=message("A file keeps within the limits of size, depth and number"),
        why=message(
            "A record is a page or two of text. A file over 256 kB, nested deeper than 20"
            " levels, with more than 20,000 keys and values, with a key of more than 1,024"
            " characters or with more than 100 faults is an accident or an attack, and"
            " reading on would only cost time."
        ),
        bad="[[[[[[[[[[[[[[[[[[[[[[[[[ … ]]]]]]]]]]]]]]]]]]]]]]]]]",
        good="levels:\n  - {points: 0, name: Aucun}\n  - {points: 5, name: Fort}",
    ),
)
"""The rules of this family, in the order of the codes."""
