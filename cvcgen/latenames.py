"""Names of a package that load their modules when somebody asks for them.

A package that offers much loads little: a build with nothing to do needs neither YAML nor
comparisons, and telling it apart takes less time than loading these.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def load_late(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of that package, with the module that each of its names is at home in.

    >>> find = load_late("cvcgen", {"cvcgen.core.origin": ("Kind", "Origin")})
    >>> find("Origin")
    <class 'cvcgen.core.origin.Origin'>
    """

    def find(name: str) -> object:
        for home, names in homes.items():
            if name in names:
                found: object = getattr(import_module(home), name)
                setattr(sys.modules[package], name, found)  # from here on, nobody asks again
                return found
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find
