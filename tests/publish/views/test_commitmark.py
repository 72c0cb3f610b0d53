"""Commits on pages: short ids, links where the repository is known, strangers' words tamed."""

from dataclasses import replace

from cvcgen.core.model import Repository
from cvcgen.publish.views.commitmark import cut, mark_commit, say_gap
from tests.publish.little_pasts import past, past_context, site

SITE = site(p={"a": "1", "b": "0"})


def test_the_id_leads_to_the_commit_where_the_repository_is_known() -> None:
    history = past([SITE])
    [occasion] = history.trend.occasions
    plain = mark_commit(past_context(history, SITE, "fr"), occasion)
    assert (plain.id, plain.href, plain.date) == ("0" * 10, None, "1ᵉʳ janvier 2026")
    repository = Repository("https://github.com/o/r", "main")
    known = replace(SITE, site=replace(SITE.site, repository=repository))
    linked = mark_commit(past_context(history, known), occasion)
    assert linked.href == f"https://github.com/o/r/commit/{'0' * 40}"


def test_a_gap_has_a_reason_and_nothing_else_has() -> None:
    history = past([SITE, None])
    page = past_context(history, SITE)
    assert [say_gap(page, one) for one in history.trend.occasions] == ["", "no: broken"]


def test_hidden_characters_show_and_long_texts_end() -> None:
    assert cut("a\u202eb\n", 10) == "a\\u{202e}b\\u{a}"
    assert cut("x" * 11, 10) == "x" * 9 + "…"
