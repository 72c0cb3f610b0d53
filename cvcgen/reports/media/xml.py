"""XML: contributors' text is never markup."""

from xml.sax.saxutils import escape as escape_markup
from xml.sax.saxutils import quoteattr

from cvcgen.core.hidden import show_hidden
from cvcgen.reports.media.logs import COMMAND


def escape(text: str) -> str:
    r"""The text as the content of an element; characters that XML forbids are shown.

    >>> print(escape("a<b & \x00"))
    a&lt;b &amp; \u{0}
    """
    return COMMAND.sub("&#35;", escape_markup(show_hidden(text)))


def attribute(text: str) -> str:
    """The text as the value of an attribute, in quotation marks.

    >>> print(attribute('a"b'))
    'a"b'
    """
    return quoteattr(show_hidden(text))
