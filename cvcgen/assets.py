"""Where schemas, templates and scripts for CI lie: the only module that knows.

A checkout has `schemas/`, `templates/` and `ci/` beside the package, so that people edit them
there. A wheel has copies of them in `cvcgen/_assets/`. Reading the files is the callers' work.
"""

from pathlib import Path

# Beside this file, however the package was installed. `importlib.resources` would say the same
# of any package that lies in a folder, and takes 7 ms to load.
_PACKAGE = Path(__file__).parent


def schemas_dir() -> Path:
    """The folder of the JSON Schemas that state the content format."""
    return _assets_dir() / "schemas"


def data_schemas_dir() -> Path:
    """The folder of the JSON Schemas of the data files that a site publishes."""
    return schemas_dir() / "data"


def templates_dir() -> Path:
    """The folder of the site's templates, with the assets they refer to."""
    return _assets_dir() / "templates"


def ci_dir() -> Path:
    """The folder of the scripts that CI services run, which `cvcgen init` copies."""
    return _assets_dir() / "ci"


def scaffold_dir() -> Path:
    """The folder of what `cvcgen init` copies; part of the package in every installation."""
    return _PACKAGE / "scaffold"


def _assets_dir() -> Path:
    """The folder that holds them; absolute whenever the package was imported from a folder."""
    # An editable install leaves a second `_assets` in site-packages, as old as the install: no
    # path of the package leads there.
    packed = _PACKAGE / "_assets"
    return packed if packed.is_dir() else _PACKAGE.parent
