"""The machine and the versions that figures were measured with."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

from benchmarks.hugosite import find_hugo, hugo_version

_PACKAGES = ("pyyaml", "jsonschema", "markdown", "nh3", "jinja2")


def describe_machine() -> str:
    """One sentence: processor, cores, system."""
    system = f"{platform.system()} {platform.release().split('-')[0]}"
    return f"{_processor()}, {_cores()} cores, {system}"


def describe_versions() -> str:
    """One sentence: cvcgen, Python, the packages that the time goes into, Hugo."""
    hugo = find_hugo()
    own = [f"cvcgen {version('cvcgen')}", f"Python {platform.python_version()}"]
    packages = [f"{name} {version(name)}" for name in _PACKAGES]
    return ", ".join([*own, *packages, f"Hugo {hugo_version(hugo)}" if hugo else "no Hugo"])


def _cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        text = ""
    named = re.search(r"^model name\s*: (.+)$", text, re.M)
    return named[1] if named else platform.machine()
