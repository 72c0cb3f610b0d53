"""Commits as git keeps them, odd ones too."""

import pytest

from cvcgen.sources.git import GitError
from cvcgen.sources.git.commits import parse_commit

ID = "a" * 40
TREE = b"tree " + b"b" * 40 + b"\n"
ADA = b"Ada <a@b> 1661990400 -0400"


def raw(author: bytes = ADA, text: bytes = b"subject\n", extra: bytes = b"") -> bytes:
    return TREE + b"author " + author + b"\ncommitter " + author + b"\n" + extra + b"\n" + text


@pytest.mark.parametrize(
    ("person", "name", "date"),
    [
        (ADA, "Ada", "2022-08-31T20:00:00-04:00"),
        (b"Ada <a@b> 0 +0000", "Ada", "1970-01-01T00:00:00+00:00"),
        (b" <a@b> 1661990400 +0530", "", "2022-09-01T05:30:00+05:30"),
        (b"<> 1661990400 +0000", "", "2022-09-01T00:00:00+00:00"),
        (b"Ada <a@b>", "Ada", "1970-01-01T00:00:00+00:00"),
        (b"Ada <a@b> 999999999999 +0000", "Ada", "1970-01-01T00:00:00+00:00"),
        (b"Ada <a@b> 99999999999999999999 +0000", "Ada", "1970-01-01T00:00:00+00:00"),
        (b"Ada <a@b> 1661990400 +9900", "Ada", "1970-01-01T00:00:00+00:00"),
        (b"Ada <a@b> -5 +0000", "Ada", "1970-01-01T00:00:00+00:00"),
        (b"no address", "", "1970-01-01T00:00:00+00:00"),
        (b"", "", "1970-01-01T00:00:00+00:00"),
    ],
)
def test_names_and_dates_that_make_no_sense_stop_nothing(
    person: bytes, name: str, date: str
) -> None:
    found = parse_commit(ID, raw(person))
    assert (found.author, found.committed_at) == (name, date)


@pytest.mark.parametrize(
    ("encoding", "text", "subject"),
    [
        (b"ISO-8859-1", b"\xe9t\xe9", "été"),
        (b"windows-1252", b"\x9cuvre", "œuvre"),
        (b"UTF-8", "été".encode(), "été"),
        (b"utf-8", b"\xe9", "\N{REPLACEMENT CHARACTER}"),
        (b"latin-999", b"abc", "abc"),
        (b"rot13", b"abc", "abc"),
        (b"unicode_escape", b"\\x41", "\\x41"),
        (b"zip", b"abc", "abc"),
    ],
)
def test_the_declared_encoding_is_used_where_it_is_one_of_texts(
    encoding: bytes, text: bytes, subject: str
) -> None:
    found = parse_commit(ID, raw(text=text, extra=b"encoding " + encoding + b"\n"))
    assert found.subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (b"", ""),
        (b"\n\n one \n two\n\nthree", "one two"),
        (b"a\r\nb\r\n\r\nc", "a b"),
        (b"x" * 600, "x" * 500 + "…"),
    ],
)
def test_the_subject_is_the_first_paragraph(text: bytes, subject: str) -> None:
    assert parse_commit(ID, raw(text=text)).subject == subject


def test_parents_are_those_of_the_commit_itself() -> None:
    parents = b"parent " + b"c" * 40 + b"\nparent " + b"d" * 40 + b"\n"
    content = raw().replace(b"author", parents + b"author", 1)
    assert parse_commit(ID, content).parents == ("c" * 40, "d" * 40)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"tree abc\n\nx", b"author x\n\nx"])
def test_a_commit_without_a_tree_is_damaged(content: bytes) -> None:
    with pytest.raises(GitError) as caught:
        parse_commit(ID, content)
    assert str(caught.value) == (
        f"`{ID}` cannot be read from git (a commit without a tree); `git fsck` tells more"
    )


def test_a_parent_is_one_where_git_looks_for_it_alone() -> None:
    parents = b"parent " + b"c" * 40 + b"\nparent " + b"d" * 40 + b"\n"
    person = b"author " + ADA + b"\ncommitter " + ADA + b"\n"
    later = b"parent HEAD^{/(a*)*b}\ntree " + b"e" * 40 + b"\n"
    found = parse_commit(ID, TREE + parents + person + later + b"\nx\n")
    assert (found.tree, found.parents) == ("b" * 40, ("c" * 40, "d" * 40))


@pytest.mark.parametrize(
    "head",
    [
        b"tree HEAD^{/(a*)*b}" + b"x" * 26 + b"\n",
        b"tree " + b"B" * 40 + b"\n",
        b"author " + ADA + b"\n" + TREE,
        b"parent " + b"c" * 40 + b"\n",
        TREE + b"parent HEAD\n",
        TREE + b"parent " + b":" * 40 + b"\n",
        b"",
    ],
)
def test_what_is_no_id_is_never_taken_for_one(head: bytes) -> None:
    with pytest.raises(GitError, match="a commit without a tree"):
        parse_commit(ID, head + b"\nx\n")
