"""What a preview says on the terminal while it runs."""

from collections.abc import Callable
from dataclasses import dataclass

from cvcgen.cli.session import Session
from cvcgen.reports import rebuilds
from cvcgen.reports.reader import Reader, make_reader
from cvcgen.serving import Rebuilt


@dataclass(slots=True)
class Teller:
    """Tells whoever looks at the terminal."""

    session: Session
    open_page: Callable[[str], object] | None = None
    """Opens an address in a browser, where that was asked for."""

    port: int = 0
    """The port that was asked for by number; 0 where any will do."""

    def listening(self, address: str) -> None:
        """The first line of all; before it, that the port asked for is taken."""
        if self.port and not address.endswith(f":{self.port}/"):
            self.session.say(rebuilds.taken_line(self.port, self._reader))
        self.session.say(rebuilds.address_line(address, self._reader))
        if self.open_page is not None:
            self.open_page(address)

    def rebuilt(self, news: Rebuilt) -> None:
        """A line for what is shown now; faults are told whoever is quiet."""
        reader, site, checked = self._reader, news.site, news.site.checked
        if site.failure is not None:
            self.session.console.talk(rebuilds.failure_line(site.failure, reader))
            return
        line = rebuilds.content_line(
            checked.diagnostics,
            len(checked.texts),
            site.changed,
            news.nanoseconds,
            reader,
            site.files is not None,
        )
        tell = self.session.console.talk if site.is_faulty else self.session.say
        tell(line)

    def failed(self, error: Exception) -> None:
        """A line for a page that could not be made."""
        self.session.console.talk(rebuilds.page_failure_line(error, self._reader))

    @property
    def _reader(self) -> Reader:
        return make_reader(self.session.phrases)
