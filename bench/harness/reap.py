"""reap.py COMMAND...: runs a command, takes in every process that its parent leaves behind, as a good init does, and
ends those that are still there when the command has ended, however it ended.

In many containers nobody does that at once. A killed program then stays in the process table as a zombie, which psutil
and monit take for a running one, and they would look slower than they are.
"""

import ctypes
import os
import signal
import sys

PR_SET_CHILD_SUBREAPER = 36


def children():
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return file.read().split()


if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
    sys.exit("this system gives no orphans to anybody but its init")
command = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, lambda number, _: os.kill(command, number))
pid, status = os.wait()
while pid != command:
    pid, status = os.wait()

while left := children():
    for each in left:
        os.kill(int(each), signal.SIGKILL)
    for each in left:
        os.waitpid(int(each), 0)
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
