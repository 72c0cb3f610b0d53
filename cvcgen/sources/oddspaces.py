"""Spaces that only look like those that YAML indents by: word processors set them.

Imported without the parser: keys that begin with one are met without it.
"""

from cvcgen.core.diagnostics import Diagnostic, Location, message

ODD_SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Each of them is a letter to YAML."""


def odd_space(where: Location) -> Diagnostic:
    """The fault of such a space, after which nothing of the file is read."""
    found = message("a no-break space stands where YAML takes only plain ones")
    hint = message("replace it by a plain space")
    return Diagnostic("CVC106", found, where._replace(pointer="", length=1), hint=hint)
