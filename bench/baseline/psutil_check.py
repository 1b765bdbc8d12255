"""One check as a Python script does it: list all processes with psutil, keep a row in SQLite, launch what is missing.

  psutil_check.py DATABASE EXECUTABLE [ARGUMENT...]

A look that finds the program running is kept without a sync, as Estatus keeps it; an outage is durable before the launch.
"""

import os
import sqlite3
import subprocess
import sys
import time

import psutil

database, command = sys.argv[1], sys.argv[2:]
name = os.path.basename(command[0])
# All of them, as the usual recipe has it: stopping at the first would make the cost a matter of the pid's luck.
running = name in [process.info["name"] for process in psutil.process_iter(["name"])]

store = sqlite3.connect(database)
store.execute(f"PRAGMA synchronous={'OFF' if running else 'FULL'}")
store.execute("CREATE TABLE IF NOT EXISTS look (at REAL NOT NULL, running INTEGER NOT NULL)")
store.execute("INSERT INTO look VALUES (?, ?)", (time.time(), running))
store.commit()
store.close()

if not running:
    subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                     start_new_session=True)
print("up" if running else "launched")
