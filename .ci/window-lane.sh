#!/usr/bin/env bash
# The window lane: Agenda's real window in a Debian chroot (Xvfb, WebKitGTK), typed into with a real keyboard tool.
# Leaves dist/window/*.png. Needs root. What cannot run fails.
set -euo pipefail
cd "$(dirname "$0")/.."

npm run -s build -- --window
exec .ci/chroot.sh "xvfb openbox xdotool xclip x11-utils scrot libwebkit2gtk-4.1-0 libxdo3 fonts-dejavu-core" .ci/with-display.sh \
  node_modules/.bin/node node_modules/vitest/vitest.mjs run --config test/window/vitest.config.ts "$@"
