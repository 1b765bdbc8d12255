#!/usr/bin/env bash
# The fault lane: faults that only root can cause, in a Debian chroot of its own: file systems that are full, read-only,
# gone or on a network, system calls that fail or kill, no memory, no processes, a wall clock that is set. What cannot
# run fails.
set -euo pipefail
cd "$(dirname "$0")/.."

exec .ci/chroot.sh "e2fsprogs strace faketime sshfs openssh-sftp-server socat" \
  node_modules/.bin/node node_modules/vitest/vitest.mjs run --config test/faults/vitest.config.ts "$@"
