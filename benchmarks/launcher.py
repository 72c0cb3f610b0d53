"""Starts one program, waits for it, and writes what it used to the given descriptor as JSON.

A process of its own, which holds nothing: Linux hands the high-water mark of the memory of the
process that starts another on to it, and the benchmark itself holds whole sites.
"""

import json
import os
import subprocess
import sys
import time


def main() -> None:
    """`launcher.py DESCRIPTOR COMMAND…`; standard error is the program's."""
    start = time.perf_counter()
    child = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    told = {
        "seconds": time.perf_counter() - start,
        "processor": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss,
        "code": child.returncode,
    }
    os.write(int(sys.argv[1]), json.dumps(told).encode())


if __name__ == "__main__":
    main()
