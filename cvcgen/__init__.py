"""Customer value scores from plain content files: checked, scored exactly, published as a site.

`cvcgen.app` has the use cases; `cvcgen.cli` is the command line over them.
"""

__version__ = "0.1.0"
