"""Views that the template of a page never looks into: it hands them to a macro as they are.

So two pages that differ in such views alone are made from one mould, see `moulds`. All that
the macro makes of them may be remembered, see `fragments`, or is made anew.
"""


class Closed:
    """A view to be handed on: by `once` or `anew` alone, by `each` or `anew` in a tuple."""

    __slots__ = ()
