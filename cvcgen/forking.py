"""Whether work may be shared with forked processes, and between how many."""

import os
import sys
import threading


def count_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a forked process is sound here: libraries of macOS and threads are not."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
