"""Records from trees: what is said is what is read, and what is left after faults too."""

from fractions import Fraction

from cvcgen.core.model import (
    Clientele,
    Feasibility,
    Kind,
    Language,
    NotApplicable,
    NotConcerned,
    NotRated,
    Project,
    Provenance,
    PublishedScorecard,
    Rated,
    RatedScorecard,
    Rubric,
    Status,
    Text,
    Value,
    WeightsKind,
)
from cvcgen.sources.records import Reader, Record, read_site
from tests.sources.reading import said, tree

FR, EN = Language("fr"), Language("en")


def record(kind: Kind, text: str) -> Record:
    return Reader((FR, EN)).record(kind, "name", tree(text))


def french(text: str) -> Text:
    return Text(((FR, text),))


def test_a_rubric_has_its_levels_by_points() -> None:
    rubric = record(
        Kind.RUBRIC,
        "name: Gain\nlevels:\n"
        "  - {points: 5, name: Fort}\n  - {points: 0.5, name: Demi, definition: Peu}\n",
    )
    assert isinstance(rubric, Rubric)
    assert [(level.points, level.name) for level in rubric.levels] == [
        (Fraction(1, 2), french("Demi")),
        (Fraction(5), french("Fort")),
    ]
    assert [level.where.line for level in rubric.levels] == [4, 3]
    assert rubric.maximum == 5


def test_a_rubric_with_an_unreadable_level_has_none() -> None:
    for level in ("{name: Fort}", "3", "{points: null, name: Fort}"):
        rubric = record(
            Kind.RUBRIC, f"name: Gain\nlevels: [{{points: 0, name: Aucun}}, {level}]"
        )
        assert isinstance(rubric, Rubric)
        assert rubric.levels == ()


def test_a_value_has_its_levels_by_points() -> None:
    value = record(Kind.VALUE, "name: Rapidité\nlevels: {5: Vite, 2.5: Moyen}\nsource: Nous\n")
    assert isinstance(value, Value)
    assert [level.points for level in value.levels] == [Fraction(5, 2), Fraction(5)]
    assert value.source == french("Nous")


def test_what_no_level_can_have_is_not_taken_for_the_lowest() -> None:
    value = record(Kind.VALUE, f"name: Rapidité\nlevels: {{5.{'0' * 40}: Vite, 0: Lent}}\n")
    assert isinstance(value, Value)
    assert [level.meaning.translations for level in value.levels] == [(("fr", "Lent"),)]


def test_a_clientele_has_its_pyramid_in_the_files_order() -> None:
    clientele = record(
        Kind.CLIENTELE,
        'name: Citoyens\nedition: "2022"\nrubric: gain\nprovenance: illustrative\n'
        "weights: {kind: derived, total: 1, note: Sondage}\n"
        "pyramid:\n  - {value: z, weight: 0.75}\n  - {value: a, weight: 0.25}\n",
    )
    assert isinstance(clientele, Clientele)
    assert [(entry.value, entry.weight) for entry in clientele.pyramid] == [
        ("z", Fraction(3, 4)),
        ("a", Fraction(1, 4)),
    ]
    assert (clientele.weights.kind, clientele.weights.total) == (WeightsKind.DERIVED, 1)
    assert (clientele.edition, clientele.provenance) == ("2022", Provenance.ILLUSTRATIVE)
    assert clientele.pyramid_where.line == 6
    assert clientele.pyramid[0].where.column == 13


def test_an_unreadable_entry_of_a_pyramid_keeps_its_place() -> None:
    clientele = record(Kind.CLIENTELE, "pyramid: [a, {value: b}, [c], {weight: 1}]")
    assert isinstance(clientele, Clientele)
    assert [entry.value for entry in clientele.pyramid] == ["", "b", "", ""]


def test_a_project_has_every_kind_of_scorecard_and_rating() -> None:
    project = record(
        Kind.PROJECT,
        """
title: {fr: Guichet, en: Counter}
feasibility: not_feasible
status: underway
scorecards:
  z: {not_concerned: Pas eux}
  b: {published: 62.5, source: Un rapport}
  a:
    rated: 2026-10-01
    raters: [Équipe]
    published: 50
    ratings:
      d: 5
      c: {points: 3, why: Mieux, evidence: [Essai, Données]}
      b: null
      a: {not_applicable: Sans objet}
""",
    )
    assert isinstance(project, Project)
    assert project.title == Text(((EN, "Counter"), (FR, "Guichet")))
    assert (project.feasibility, project.status) == (
        Feasibility.NOT_FEASIBLE,
        Status.UNDERWAY,
    )
    rated, published, not_concerned = project.scorecards
    assert rated == RatedScorecard(
        "a",
        (
            NotApplicable("a", french("Sans objet")),
            NotRated("b"),
            Rated("c", Fraction(3), french("Mieux"), (french("Essai"), french("Données"))),
            Rated("d", Fraction(5)),
        ),
        Fraction(50),
        "2026-10-01",
        (french("Équipe"),),
    )
    assert published == PublishedScorecard("b", Fraction("62.5"), source=french("Un rapport"))
    assert not_concerned == NotConcerned("z", french("Pas eux"))
    assert isinstance(published, PublishedScorecard)
    assert (published.where.column, published.published_where.column) == (3, 18)
    assert isinstance(rated, RatedScorecard)
    assert isinstance(rated.ratings[2], Rated)
    assert rated.ratings[2].points_where.column == 19


def test_raters_with_an_unreadable_one_are_none() -> None:
    for raters, known in (("[A, B]", 2), ("[null, B]", 0), ("[[A], B]", 0)):
        card = f"{{raters: {raters}, ratings: {{b: 3}}}}"
        project = record(Kind.PROJECT, f"title: Guichet\nscorecards: {{a: {card}}}")
        assert isinstance(project, Project)
        (rated,) = project.scorecards
        assert isinstance(rated, RatedScorecard)
        assert len(rated.raters) == known


def test_records_of_nothing_are_made_without_complaint() -> None:
    for kind in Kind:
        assert record(kind, "unknown: null").id == "name"


def test_scorecards_that_say_nothing_are_left_out() -> None:
    project = record(Kind.PROJECT, "scorecards: {a: null, b: [], c: {}, d: {ratings: null}}")
    assert isinstance(project, Project)
    assert project.scorecards == ()


def test_a_plain_text_is_in_the_default_language_and_complete() -> None:
    reader = Reader((EN, FR))
    text = reader.text(tree("a: Hello").get("a"))
    assert text == Text(((EN, "Hello"),))
    assert reader.faults == []


def test_a_name_is_on_one_line_whatever_it_is_written_on() -> None:
    reader = Reader((EN, FR))
    name = reader.name(tree('a: {en: "One \\n\\n  desk\\n", fr: Guichet}').get("a"))
    assert name == Text(((EN, "One desk"), (FR, "Guichet")))
    assert reader.name(tree("a: |\n  Nom\u00a0\n").get("a")) == Text(((EN, "Nom\u00a0"),))
    text = reader.text(tree("a: |\n  Un.\n\n  Deux.\n").get("a"))
    assert text == Text(((EN, "Un.\n\nDeux.\n"),))


def test_every_name_of_a_record_is_on_one_line() -> None:
    project = record(
        Kind.PROJECT,
        "title: |\n  T\nscorecards:\n  c:\n    rule: median\n"
        "    raters:\n      - >\n        A\n        B\n"
        '    ratings: {v: {by_rater: {"A\\nB": 3}}}\n',
    )
    assert isinstance(project, Project)
    (card,) = project.scorecards
    assert isinstance(card, RatedScorecard)
    (rating,) = card.ratings
    assert isinstance(rating, Rated)
    assert (project.title, card.raters) == (french("T"), (french("A B"),))
    assert [one.rater for one in rating.by_rater] == ["A B"]
    clientele = record(Kind.CLIENTELE, "name: >\n  N\nedition: |\n  2022\n")
    assert isinstance(clientele, Clientele)
    assert (clientele.name, clientele.edition) == (french("N"), "2022")
    site, _ = read_site(tree("title: |\n  Cotes\nsummary: |\n  Un.\n"))
    assert (site.title, site.summary) == (french("Cotes"), french("Un.\n"))


def test_a_text_per_language_is_compared_with_the_sites_languages() -> None:
    reader = Reader((FR, EN))
    reader.text(tree("a:\n  en: Hello\n  es: Hola\n").get("a"))
    reader.text(tree("b: {fr: Bonjour}").get("b"))
    assert said(reader.faults) == [
        "1:1 CVC411 this text lacks the default language `fr`",
        "3:3 CVC413 the site is not published in `es`",
        "1:1 CVC412 this text is not translated to `en`",
    ]


def test_a_site_is_read_with_defaults_for_what_is_missing() -> None:
    site, faults = read_site(
        tree(
            "title: {en: Scores, fr: Cotes}\nlanguages: [en, fr]\n"
            "repository: {url: https://example.org/a/}\nnotice: Trial\n"
        )
    )
    assert faults == ()
    assert site.languages == (EN, FR)
    assert site.notice == Text(((EN, "Trial"),))
    assert site.repository is not None
    assert (site.repository.url, site.repository.branch) == ("https://example.org/a", "main")
    empty, _ = read_site(tree("a: 1"))
    assert (empty.languages, empty.repository) == ((FR,), None)


def test_where_the_site_is_published_is_read_without_the_last_slash() -> None:
    site, _ = read_site(tree("url: https://example.org/a/\nnoindex: true\n"))
    assert (site.url, site.noindex) == ("https://example.org/a", True)
    silent, _ = read_site(tree("noindex: false\n"))
    assert (silent.url, silent.noindex) == (None, False)
