"""What makes a fault the same one in the next run, wherever its lines have moved."""

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256

from cvcgen.core.diagnostics import Diagnostic


@dataclass(slots=True)
class Fingerprints:
    """The fingerprints of one run, which all differ."""

    seen: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """How often each code stood at each place so far, in the words of the file."""

    def take(self, found: Diagnostic) -> str:
        """The fault's own, 32 hexadecimal digits: of code, file and key, never of the line."""
        key = (found.code, found.location.path, found.location.pointer)
        self.seen[key] += 1
        named = "\0".join((*key, str(self.seen[key])))
        return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]
