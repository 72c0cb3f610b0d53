"""Random grids and ratings, for what no enumeration reaches."""

from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from tests.core.grids import NOT_APPLICABLE, NOT_RATED, Grid, grid

# More examples than the profile of tests/conftest.py has, which makes them the same every time.
law = settings(max_examples=150)

weights = st.decimals(min_value="0.001", max_value=1000, places=3)
points = st.lists(
    st.decimals(min_value=0, max_value=20, places=1), min_size=2, max_size=6, unique=True
).map(sorted)
percents = st.decimals(min_value=0, max_value=100, places=4).map(Fraction)


@st.composite
def grids(draw: st.DrawFn, most_values: int = 20) -> Grid:
    """A grid of up to that many values, of any decimal weights and any scale."""
    found = draw(st.lists(weights, min_size=1, max_size=most_values))
    return grid(found, draw(points), total=sum(map(Fraction, found)))


@st.composite
def rated_grids(draw: st.DrawFn, *others: str, most_values: int = 20) -> tuple[Grid, list[str]]:
    """A grid and ratings for it: points of its levels, and the other words."""
    found = draw(grids(most_values=most_values))
    figures = st.sampled_from([*map(str, found.points), *others])
    count = len(found.values)
    return found, draw(st.lists(figures, min_size=count, max_size=count))


def complete() -> st.SearchStrategy[tuple[Grid, list[str]]]:
    """A grid with every value rated."""
    return rated_grids()


def mixed() -> st.SearchStrategy[tuple[Grid, list[str]]]:
    """A grid with values rated, not rated yet and not applicable."""
    return rated_grids(NOT_RATED, NOT_APPLICABLE)
