"""The preview from beginning to end: listen, serve, watch, show each new state, stop."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cvcgen.app.livesite import LiveSite, rebuild
from cvcgen.serving.collecting import paused, spared
from cvcgen.serving.listening import DEFAULT_PORT, LOOPBACK, listen
from cvcgen.serving.server import Server
from cvcgen.serving.stopping import Stop
from cvcgen.serving.watching import watch_site


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A state that is shown from now on."""

    site: LiveSite
    """The state."""
    nanoseconds: int
    """From noticing a change to showing its outcome."""


class Listener(Protocol):
    """Who is told what happens."""

    def listening(self, address: str) -> None:
        """The preview can be opened at that address."""

    def rebuilt(self, news: Rebuilt) -> None:
        """Another state is shown; the first one too."""

    def failed(self, error: Exception) -> None:
        """A page could not be made. Called in another thread."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is to be served, and for whom."""

    root: Path
    """The site's folder."""
    listener: Listener
    language: str
    """The language of what has none of its own."""
    clock: Callable[[], int]
    """Counts nanoseconds."""
    port: int = DEFAULT_PORT
    """The first to try; 0 is any that is free."""

    def serve(self, stop: Stop) -> None:
        """Serves until it is stopped.

        Raises `EnvironmentFailure` where the folder is no site or no port is free; whatever
        happens later is shown, and ends nothing.
        """
        begun = self.clock()
        with stop.at_once():
            site = rebuild(self.root)
        with spared(), listen(self.port) as listening:
            address = f"http://{LOOPBACK}:{listening.getsockname()[1]}/"
            with Server(listening, site, self.language, self.listener.failed) as server:
                self.listener.listening(address)
                self.listener.rebuilt(Rebuilt(site, self.clock() - begun))
                self._follow(site, server, stop)

    def _follow(self, site: LiveSite, server: Server, stop: Stop) -> None:
        for _ in watch_site(self.root, stop.event):
            if not server.is_running:
                return
            begun = self.clock()
            with stop.at_once(), paused():
                after = rebuild(self.root, site)
            if after is not site:
                server.show(after)
                self.listener.rebuilt(Rebuilt(after, self.clock() - begun))
                site = after
