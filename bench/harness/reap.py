"""reap.py COMMAND...: runs a command, and takes in every process that its parent leaves behind, as a good init does.

In many containers nobody does that at once. A killed program then stays in the process table as a zombie, which psutil
and monit take for a running one, and they would look slower than they are.
"""

import ctypes
import os
import signal
import sys

PR_SET_CHILD_SUBREAPER = 36

if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
    sys.exit("this system gives no orphans to anybody but its init")
command = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, lambda number, _: os.kill(command, number))
while True:
    pid, status = os.wait()
    if pid == command:
        code = os.waitstatus_to_exitcode(status)
        sys.exit(code if code >= 0 else 128 - code)
