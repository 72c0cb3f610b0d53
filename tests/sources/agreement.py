"""What a quick way of reading a file must give: the careful way's tree, or none."""

from pathlib import Path

from cvcgen.sources.tree import Mapping
from cvcgen.sources.yamltext import Parsed

ROOT = Path(__file__).parents[2]
SITES = sorted((ROOT / "tests" / "sites").rglob("*.yaml"))
"""Files of all kinds, sound and not."""
CONTENT = sorted((ROOT / "content").rglob("*.yaml"))
"""Files as people write them, without faults."""
PATH = "content/projects/guichet.yaml"


def agree(quick: Mapping | None, careful: Parsed) -> bool:
    """Whether the quick way was taken; fails where the two disagree."""
    if quick is None:
        return False
    assert careful.faults == ()
    assert quick == careful.root
    assert repr(quick) == repr(careful.root)  # types too: a place is no mere tuple
    return True
