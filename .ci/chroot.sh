#!/usr/bin/env bash
# Runs a command in a Debian trixie chroot, which is made once and kept outside the checkout:
#   .ci/chroot.sh "package package …" command argument …
# The checkout lies in it under its own path. Packages that are missing are installed first; several lanes may share
# the chroot. Needs root. Mounts and processes live in namespaces of their own and end with the command.
set -euo pipefail
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

packages=$1
shift
lanes=${ESTATUS_LANES:-/var/cache/estatus-lanes}
root=$lanes/trixie
checkout=$(cd "$(dirname "$0")/.." && pwd)
# The mirror this machine's own apt uses; debootstrap's own default where that is no Debian.
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(SITE) $(LABEL)' | awk '$2 == "Debian" && !seen++ { print $1 }')}

say() { echo "chroot: $*" >&2; }

make_root() {
  [ -e "$root/.complete" ] && return
  say "making $root (once, about a minute)"
  command -v debootstrap >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends debootstrap; } >&2
  rm -rf --one-file-system "$root"
  debootstrap --variant=minbase trixie "$root" ${mirror:+"$mirror"} >&2
  touch "$root/.complete"
}

missing_packages() {
  for package in $packages; do
    chroot "$root" dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
  done
}

# The body of the new namespaces: mount what a program expects, then become the command.
inside='
root=$1 checkout=$2; shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root$checkout"
mount --bind "$checkout" "$root$checkout"
exec chroot "$root" env -C "$checkout" HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
'
enter() {
  unshare --mount --pid --fork --kill-child bash -euc "$inside" inside "$root" "$checkout" "$@"
}

install_packages() {
  local wanted
  wanted=$(missing_packages)
  [ -z "$wanted" ] && return
  say "installing" $wanted
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  # shellcheck disable=SC2086
  enter env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -qq update && apt-get -qq -y install --no-install-recommends "$@"' sh $wanted >&2
}

mkdir -p "$lanes"
(
  flock 9
  make_root
  install_packages
) 9>"$lanes/lock"
enter "$@"
