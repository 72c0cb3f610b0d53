"""The site of a folder on this machine's own address, made anew whenever a file is saved.

`running` is the whole of it: it listens (`listening`), serves (`server`, an event loop in a
thread of its own), watches (`watching`) and shows each new state. A request passes
`admission`, then `application` answers it from the state that is shown: a page of the last
content without errors (`answering`), with the reloading script and, where the content has
faults, with what is wrong (`decoration`, `faultpanel`).

Nothing is written anywhere, and nothing but the site's own files can be asked for: a path is
a key, never a place on the disk.
"""

from cvcgen.serving.listening import DEFAULT_PORT
from cvcgen.serving.running import Preview, Rebuilt
from cvcgen.serving.stopping import Stop

__all__ = ["DEFAULT_PORT", "Preview", "Rebuilt", "Stop"]
