#!/usr/bin/env bash
# Runs a command on an X display of its own with a window manager: .ci/with-display.sh command argument …
# xvfb-run waits for a signal that a shell does not get as the first process of a namespace; this waits for a number.
set -euo pipefail

number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 &
server=$!
trap 'kill "$server"; rm -f "$number"' EXIT
for _ in $(seq 100); do
  [ -s "$number" ] && break
  sleep 0.1
done
DISPLAY=:$(cat "$number")
export DISPLAY
openbox >/dev/null 2>&1 &
"$@"
