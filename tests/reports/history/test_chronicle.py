from cvcgen.core.trend import last_records
from cvcgen.reports.history.chronicle import Chronicle
from tests.reports.history.telling import told
from tests.reports.samples import X, card, catalogue, project

BOTH = catalogue(project("p", card(X)), project("q", card(X)))


def test_only_what_is_named_is_told() -> None:
    found = told(BOTH)
    assert [one.project for one in Chronicle(found).series] == ["p", "q"]
    assert [one.project for one in Chronicle(found, ("q",)).series] == ["q"]
    assert Chronicle(found, (), ("elsewhere",)).series == ()


def test_the_last_state_that_could_be_read_gives_the_names() -> None:
    assert Chronicle(told(BOTH, None)).catalogue == BOTH
    assert Chronicle(told(None)).catalogue.projects == ()
    [gone, _] = told(BOTH, catalogue(project("q", card(X)))).series
    records = last_records(gone)
    assert records[0] is BOTH.projects[0]
