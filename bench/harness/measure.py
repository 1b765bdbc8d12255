"""Runs one command at a time and says what it cost; wait4 gives CPU time and peak memory, which Node cannot ask for.

A request is a JSON line on stdin, its answer a JSON line on stdout:
  {"argv", "env", "output", "signal"?}  runs argv; output is the file that takes what it says; signal is a FIFO
                                        into which the program it launches writes a line as soon as it runs
  {"kill", "signal"}                    ends a pid with SIGKILL and waits for that line
Times are milliseconds of the monotonic clock, memory is kilobytes.
"""

import json
import os
import select
import signal
import sys
import time

PATIENCE_S = 20
READ_ONLY = os.O_RDONLY
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def listen(fifo, before_s=0):
    # Read and write, so that neither side waits for the other and no end of file comes between two lines. What was to
    # be said before is let go of: who has waited to say it needs a moment to do so.
    fd = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
    while select.select([fd], [], [], before_s)[0]:
        os.read(fd, 65536)
    return fd


def heard(fd, began):
    if not select.select([fd], [], [], PATIENCE_S)[0]:
        raise TimeoutError("no program said that it runs")
    at = time.perf_counter()
    return {"signalled": (at - began) * 1000, "said": os.read(fd, 65536).decode()}


def run(argv, env, output, fifo):
    fd = listen(fifo) if fifo else None
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, "/dev/null", READ_ONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, output, NEW_FILE, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    began = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, env, file_actions=actions)
    told = heard(fd, began) if fifo else {}
    _, status, usage = os.wait4(pid, 0)
    wall = (time.perf_counter() - began) * 1000
    if fifo:
        os.close(fd)
    cpu = (usage.ru_utime + usage.ru_stime) * 1000
    return {"wall": wall, "cpu": cpu, "rss": usage.ru_maxrss, "code": os.waitstatus_to_exitcode(status), **told}


def kill(pid, fifo):
    fd = listen(fifo, before_s=0.1)
    began = time.perf_counter()
    os.kill(pid, signal.SIGKILL)
    told = heard(fd, began)
    os.close(fd)
    return told


for line in sys.stdin:
    request = json.loads(line)
    try:
        if "kill" in request:
            answer = kill(request["kill"], request["signal"])
        else:
            answer = run(request["argv"], request["env"], request["output"], request.get("signal"))
    except (OSError, TimeoutError) as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
