"""The revisions of a history, taken one by one, to its series."""

from collections.abc import Iterable, Mapping

from cvcgen.core.changes import Comparison, Edit, RecordEvent, ScoreChange, State
from cvcgen.core.changes.compare import compare_edited
from cvcgen.core.differing import differing_places
from cvcgen.core.model import ClienteleId, Kind, ProjectId
from cvcgen.core.ranking import Place, Ranking
from cvcgen.core.trend.breaks import find_breaks
from cvcgen.core.trend.returns import Absences
from cvcgen.core.trend.series import Moment, Occasion, Point, Series, Subject, Trend


def trend(moments: Iterable[Moment], scores_alone: bool = False) -> Trend:
    """The series of these revisions, which come oldest first.

    No more than two states are kept at a time: a lazy iterable of thousands will do. With
    `scores_alone` the comparisons are as `compare` gives them so; the series are the same.
    """
    tracks = _Tracks(scores_alone)
    for moment in moments:
        if moment.state is None:
            tracks.add_gap(moment)
        else:
            tracks.add(moment, moment.state)
    return tracks.finished()


class _Tracks:
    """The series so far."""

    def __init__(self, scores_alone: bool) -> None:
        self._scores_alone = scores_alone
        self._absences = Absences()
        self._points: dict[Subject, list[Point]] = {}
        self._occasions: list[Occasion] = []
        self._known: Occasion | None = None
        self._state: State | None = None

    def add(self, moment: Moment, state: State) -> None:
        """One more revision that could be read."""
        former = self._state
        comparison = compare_edited(former, state, self._scores_alone) if former else None
        occasion = self._occasion(moment, state, comparison)
        if former is None or comparison is None:
            for ranking in state.scoreboard.rankings:
                self._start(ranking, occasion)
        else:
            self._rename(comparison)
            self._follow(former, state, occasion, comparison)
        self._occasions.append(occasion)
        self._known, self._state = occasion, state

    def add_gap(self, moment: Moment) -> None:
        """One more revision, that could not be read."""
        occasion = self._occasion(moment, None, None)
        point = Point(occasion, None, 0)
        for points in self._points.values():
            if points[-1].place is not None or points[-1].gap not in (None, moment.gap):
                points.append(point)
        self._occasions.append(occasion)

    def finished(self) -> Trend:
        """All series, each with a last point where it has not ended."""
        last = self._occasions[-1] if self._occasions else None
        if self._state is not None and last is not None and last.gap is None:
            for ranking in self._state.scoreboard.rankings:
                for place in ranking.places:
                    points = self._points[ranking.clientele, place.project]
                    if points[-1].occasion is not last:
                        points.append(Point(last, place, ranking.ranked_count))
        series = (Series(*subject, tuple(points)) for subject, points in self._points.items())
        ordered = sorted(series, key=lambda one: (one.clientele, one.project))
        return Trend(tuple(self._occasions), tuple(ordered))

    def _occasion(
        self, moment: Moment, state: State | None, comparison: Comparison | None
    ) -> Occasion:
        occasion = Occasion(
            origin=moment.origin,
            subject=moment.subject,
            author=moment.author,
            gap=moment.gap,
            catalogue=state.catalogue if state else None,
            before=self._known,
            comparison=comparison,
            returned=self._absences.returned(comparison) if comparison else {},
        )
        if comparison is not None:
            self._absences.note(comparison, occasion)
        return occasion

    def _start(self, ranking: Ranking, occasion: Occasion) -> None:
        """The first point of each series of the ranking."""
        ranked = ranking.ranked_count
        for place in ranking.places:
            subject = (ranking.clientele, place.project)
            self._points.setdefault(subject, []).append(Point(occasion, place, ranked))

    def _rename(self, comparison: Comparison) -> None:
        """Gives every series the id of its project and clientele from now on."""
        names = {kind: _renamed(comparison, kind) for kind in (Kind.PROJECT, Kind.CLIENTELE)}
        if not any(names.values()):
            return
        order = {id(occasion): at for at, occasion in enumerate(self._occasions)}
        points: dict[Subject, list[Point]] = {}
        for (clientele, project), track in self._points.items():
            subject = (
                ClienteleId(names[Kind.CLIENTELE].get(clientele, clientele)),
                ProjectId(names[Kind.PROJECT].get(project, project)),
            )
            # A new id may be one that died before: its points are of the same series now.
            both = [*points.get(subject, ()), *track]
            points[subject] = sorted(both, key=lambda point: order[id(point.occasion)])
        self._points = points

    def _follow(
        self, former: State, state: State, occasion: Occasion, comparison: Comparison
    ) -> None:
        """The points of a revision whose former one could be read, at once or after a gap."""
        changes = {(c.clientele, c.project): c for c in comparison.changes}
        breaks = find_breaks(comparison, state.catalogue)
        resumed = self._occasions[-1].gap is not None
        clienteles = _renamed(comparison, Kind.CLIENTELE)
        before = {
            clienteles.get(ranking.clientele, ranking.clientele): ranking
            for ranking in former.scoreboard.rankings
        }
        for ranking in state.scoreboard.rankings:
            broken = breaks.get(ranking.clientele, ())
            old = before.get(ranking.clientele)
            if old is not ranking or broken or resumed:
                known = None if broken or resumed else old
                self._extend(ranking, known, occasion, (comparison, changes, broken))
        for subject, change in changes.items():
            if change.after is None:
                point = Point(occasion, None, _ranked(state, subject[0]), change)
                self._points.setdefault(subject, []).append(point)

    def _extend(
        self,
        ranking: Ranking,
        former: Ranking | None,
        occasion: Occasion,
        news: tuple[Comparison, Mapping[Subject, ScoreChange], tuple[Edit, ...]],
    ) -> None:
        """A point for every place that is not as in the former ranking."""
        comparison, changes, broken = news
        ranked = ranking.ranked_count
        nobody = Ranking(ranking.clientele, ())
        gone, come = differing_places(former or nobody, ranking)
        known = _renamed_places(gone, _renamed(comparison, Kind.PROJECT))
        told = {
            project: change
            for (clientele, project), change in changes.items()
            if clientele == ranking.clientele
        }
        changed = {name: one.after for name, one in told.items() if one.after is not None}
        for project, place in {**changed, **come}.items():
            old, change = known.get(project), told.get(project)
            if old is None or change is not None or not _alike(old, place):
                point = Point(occasion, place, ranked, change, broken)
                self._points.setdefault((ranking.clientele, project), []).append(point)


def _ranked(state: State, clientele: ClienteleId) -> int:
    found = (r for r in state.scoreboard.rankings if r.clientele == clientele)
    return sum(ranking.ranked_count for ranking in found)


def _renamed(comparison: Comparison, kind: Kind) -> Mapping[str, str]:
    """The ids after the change by those before it, of records that were renamed."""
    return {
        change.former: change.record.id
        for change in comparison.records
        if change.event is RecordEvent.RENAMED and change.former and change.record.kind is kind
    }


def _renamed_places(
    places: Mapping[ProjectId, Place], renamed: Mapping[str, str]
) -> Mapping[ProjectId, Place]:
    if not renamed:
        return places
    return {ProjectId(renamed.get(name, name)): place for name, place in places.items()}


def _alike(old: Place, new: Place) -> bool:
    """Whether nothing is new, ids included, but how many decimals tell the score apart."""
    if old.rank != new.rank or old.tied != new.tied or old.unranked != new.unranked:
        return False
    if old.project != new.project or old.score.clientele != new.score.clientele:
        return False
    former, score = old.score, new.score
    return former is score or (former.total, former.low, former.high) == (
        *(score.total, score.low, score.high),
    )
