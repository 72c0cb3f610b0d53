"""Building one size of content in every way, beside the floor and beside Hugo."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hugosite import (
    find_hugo,
    hugo_command,
    read_hugo_data,
    read_hugo_ranking,
    write_hugo_site,
)
from benchmarks.measuring import Use, files_below, floor, run
from benchmarks.ranking import read_our_data, read_our_ranking
from benchmarks.rounds import Job, measure
from benchmarks.sites import Site, make_site, put_aside

BILINGUAL = 1_000
"""The size at which a site in both languages is built too."""


@dataclass(frozen=True, slots=True)
class Written:
    """How much a build wrote."""

    files: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Builds:
    """One size of content, built in every way."""

    projects: int
    uses: Mapping[str, Use]
    """By job: `start-up`, `floor`, `cold`, `one changed`, `none changed`, and where they took
    part `Hugo`, `Hugo, same files` and `both languages`."""
    written: Mapping[str, Written]
    """By job: of `cold` and, where they took part, of Hugo's."""


def cvcgen(site: Site, *arguments: str) -> tuple[str, ...]:
    """The command as a user has it, on that site."""
    program = Path(sys.executable).with_name("cvcgen")
    return (str(program), "-C", str(site.folder), *arguments)


def measure_builds(place: Path, projects: int, rounds: int) -> Builds:
    """Builds of one size, interleaved. Raises `ValueError` where Hugo's ranking is not ours."""
    cold, again = make_site(place, projects), make_site(place, projects)
    build = cvcgen(cold, "build")
    for site in (cold, again):
        run(cvcgen(site, "build"), site.environment())
    output, sources = files_below(cold.output), cold.sources()
    written = {"cold": _written(output)}
    jobs = [
        Job("start-up", lambda: run(cvcgen(cold, "--version"), cold.environment())),
        Job("floor", lambda: floor(sources, output, place)),
        Job("cold", lambda: run(build, cold.environment()), cold.forget),
        *_again(again, projects),
    ]
    if find_hugo() is not None:
        for name, whole in (("Hugo", False), ("Hugo, same files", True)):
            site = _hugo_site(place, cold, projects, whole)
            written[name] = _written(files_below(site.folder / "public"))
            jobs.append(_hugo(place, name, site))
    if projects == BILINGUAL:
        jobs.append(_bilingual(place, projects))
    return Builds(projects, measure(jobs, rounds), written)


def _again(site: Site, projects: int) -> Iterator[Job]:
    """Building again: after one rating changed, then with nothing changed."""
    build = cvcgen(site, "build")

    def unchanged() -> Use:
        before = site.state()
        use = run(build, site.environment())
        if site.state() != before:
            raise ValueError("a build with nothing changed has written something")
        return use

    number = projects // 2
    yield Job(
        "one changed",
        lambda: run(build, site.environment()),
        lambda: site.edit_rating(number),
    )
    yield Job("none changed", unchanged)


def _bilingual(place: Path, projects: int) -> Job:
    site = make_site(place, projects, ("fr", "en"))
    build = cvcgen(site, "build")
    return Job("both languages", lambda: run(build, site.environment()), site.forget)


def _hugo_site(place: Path, ours: Site, projects: int, whole: bool) -> Site:
    """The same job for Hugo, built once. Raises `ValueError` where it does not say the same."""
    name = f"hugo-{projects}{'-whole' if whole else ''}"
    site = Site(place / name, place / f"{name}.home")
    site.home.mkdir()
    write_hugo_site(site.folder, projects, whole)
    run(_hugo_build(site), site.environment())
    for clientele in ("citoyens", "intervenants"):
        theirs = read_hugo_ranking(site.folder, clientele)
        if theirs != read_our_ranking(ours.output, clientele):
            raise ValueError(f"Hugo's ranking of {clientele} is not ours")
    if whole and read_hugo_data(site.folder) != read_our_data(ours.output):
        raise ValueError("Hugo's data files do not say what ours say")
    return site


def _hugo(place: Path, name: str, site: Site) -> Job:
    build = _hugo_build(site)

    def prepare() -> None:
        site.forget()
        put_aside(site.folder / "public", place)

    return Job(name, lambda: run(build, site.environment()), prepare)


def _hugo_build(site: Site) -> tuple[str, ...]:
    program = find_hugo()
    assert program is not None
    return hugo_command(program, site.folder)


def _written(output: Mapping[str, bytes]) -> Written:
    return Written(len(output), sum(map(len, output.values())))
