"""Runs the commands that arrive as JSON lines, one at a time, and answers each with what it cost."""

import json
import os
import subprocess
import sys
import time

# ru_maxrss counts bytes on macOS, KiB elsewhere.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024

for line in sys.stdin:
    command = json.loads(line)
    started = time.perf_counter()
    child = subprocess.Popen(
        command["argv"],
        cwd=command["cwd"],
        env=command["env"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    log = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.stdout.close()
    child.returncode = os.waitstatus_to_exitcode(status)
    cost = {
        "exitCode": child.returncode,
        "log": log.decode("utf-8", "replace"),
        "wallMs": seconds * 1000,
        "cpuMs": (usage.ru_utime + usage.ru_stime) * 1000,
        "peakMiB": usage.ru_maxrss * MAXRSS_UNIT / 2**20,
    }
    print(json.dumps(cost), flush=True)
