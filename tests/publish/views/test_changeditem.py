"""What was edited, in words: which part of which record, what it said and says."""

from dataclasses import replace

from cvcgen.core.model import Catalogue
from cvcgen.publish.views.bothstates import BothStates
from cvcgen.publish.views.changeditem import ChangedItem, list_changed
from tests.publish.little_sites import (
    catalogue,
    clientele,
    not_concerned,
    project,
    published,
    rated,
)
from tests.publish.previews import preview, preview_context


def items(old: Catalogue, new: Catalogue) -> list[ChangedItem]:
    made = preview(old, new)
    lists = list_changed(BothStates(preview_context(made, new), made))
    return [item for listed in lists for item in listed.items]


def test_edits_say_what_was_and_how_many_scores_they_move() -> None:
    old = catalogue(
        [clientele("all", {"a": "60", "b": "40"})],
        [
            project("p", rated("all", {"a": "5", "b": "0"})),
            project("q", published("all", "44")),
        ],
    )
    new = catalogue(
        [clientele("all", {"a": "50", "b": "50"})],
        [
            project("p", rated("all", {"a": "3", "b": "0"})),
            project("q", published("all", "45")),
        ],
    )
    assert [(i.what, i.before, i.after, i.effect) for i in items(old, new)] == [
        ("All (en) (all) · weight of Value a", "60", "50", "moves 1 score"),
        ("Project p (p) · All (en) · rating of Value a",
         "Level 5 (5)", "Level 3 (3)", "moves 1 score"),
        ("Project q (q) · All (en) · published total", "44.0%", "45.0%", "moves 1 score"),
        ("All (en) (all) · weight of Value b", "40", "50", "moves no score"),
    ]  # fmt: skip


def test_what_comes_with_a_value_is_told_once() -> None:
    old = catalogue(
        [clientele("all", {"a": "60"})],
        [project("p", rated("all", {"a": "5"})), project("q", rated("all", {"a": "3"}))],
    )
    new = catalogue(
        [clientele("all", {"a": "60", "b": "40"})],
        [
            project("p", rated("all", {"a": "5", "b": "0"})),
            project("q", rated("all", {"a": "3", "b": "1"})),
        ],
    )
    record, item = items(old, new)
    assert (record.what, record.effect) == ("Added: value Value b (b)", "")
    assert (item.what, item.effect) == (
        "All (en) (all) · Value b added to the pyramid",
        "moves 2 scores, brings 2 ratings of the value, 2 reasons with it",
    )


def test_what_goes_with_a_clientele_is_told_once() -> None:
    both = [clientele("all", {"a": "60"}), clientele("few", {"a": "60"})]
    cards = rated("all", {"a": "5"}), not_concerned("few", "Hors de portée")
    old = catalogue(both, [project("p", *cards)])
    new = catalogue(both[:1], [project("p", cards[0])])
    [item] = items(old, new)
    assert item.what == "Removed: clientele Few (en) (few)"
    assert item.effect == "takes 1 scorecard, 1 reason away with it"


def test_settings_have_the_name_of_their_file() -> None:
    old = catalogue()
    new = replace(old, site=replace(old.site, noindex=True, url="https://example.org"))
    shown = [(item.what, item.before, item.after) for item in items(old, new)]
    assert shown == [
        ("cvcgen.yaml · asking search engines not to list the site", "–", "yes"),
        ("cvcgen.yaml · address of the site", "–", "https://example.org"),
    ]
