"""The practice that Estatus replaces, in our own words: look for the name without a pause, start it where it is not there.

  original_loop.py EXECUTABLE [ARGUMENT...]
"""

import os
import shlex
import sys

import psutil

command = sys.argv[1:]
name = os.path.basename(command[0])

while True:
    names = [process.info["name"] for process in psutil.process_iter(["name"])]
    if name not in names:
        # On Windows the shell leaves at once when it starts a program with a window; "&" makes this one do so, too.
        os.system(shlex.join(command) + " >/dev/null 2>&1 &")
