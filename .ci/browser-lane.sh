#!/usr/bin/env bash
# The browser lane: every feature of Agenda's page and of the report, in real Chromium. What cannot run fails.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -x /usr/bin/chromium ] || [ ! -x /usr/bin/strace ]; then
  echo "browser lane: installing chromium and strace" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium strace; } >&2
fi
npm run -s build
exec node node_modules/vitest/vitest.mjs run --config test/browser/vitest.config.ts "$@"
