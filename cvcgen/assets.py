"""Where schemas, templates and scripts for CI lie: the only module that knows.

A checkout has `schemas/`, `templates/` and `ci/` beside the package, so that people edit them
there. A wheel has copies of them in `cvcgen/_assets/`. Reading the files is the callers' work.
"""

from importlib.resources import files
from pathlib import Path


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
    return Path(str(files("cvcgen"))) / "scaffold"


def _assets_dir() -> Path:
    """The folder that holds them; absolute whenever the package was imported from a folder."""
    # Asking the package, not `__file__`: an editable install leaves a second `_assets` in
    # site-packages, as old as the install, and no path of the package leads there.
    package = Path(str(files("cvcgen")))
    packed = package / "_assets"
    return packed if packed.is_dir() else package.parent
