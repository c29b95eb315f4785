#!/usr/bin/env bash
# Finds or unpacks a real Asterisk and SIPp, and prints where they are, one name=value a line.
#
#   usage: fetch.sh [RELEASE]      RELEASE = 22 (default) or 16
#
# An asterisk of that release and a sipp on the PATH are used as they are. Otherwise, on Debian and
# Ubuntu, both are unpacked into a cache that is kept between runs; nothing is installed, and no root
# rights are needed. About 10 s, 80 MB to download, 280 MB on disk for each release.
#
#   RINGWRIGHT_CACHE           where to unpack; default ${XDG_CACHE_HOME:-~/.cache}/ringwright
#   RINGWRIGHT_DEBIAN_MIRROR   the Debian mirror; default: the one this machine's own apt uses
#
# Exit code: 0 found · 2 wrong usage · 3 this release cannot be unpacked today · 4 not on this kind of machine
set -euo pipefail

release=${1:-22}
case $release in
  22) suites=(sid) ;;
  16) suites=(bullseye bullseye-security) ;;
  *) echo "fetch.sh: release must be 22 or 16, not '$release'" >&2; exit 2 ;;
esac
cache=${RINGWRIGHT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ringwright}
home=$cache/asterisk-$release

fail() { # CODE TEXT: says why in one line and leaves
  echo "Asterisk $release: $2" >&2
  exit "$1"
}

existing() { # PATH...: those that exist
  local path
  for path in "$@"; do [ ! -e "$path" ] || echo "$path"; done
}

on_path() { # whether the machine's own Asterisk and SIPp will do; prints where they are
  local asterisk sipp modules data
  asterisk=$(PATH=$PATH:/usr/sbin:/usr/local/sbin command -v asterisk) && sipp=$(command -v sipp) || return 1
  [[ $("$asterisk" -V 2>/dev/null) =~ ^Asterisk\ "$release"\. ]] || return 1
  modules=$(existing /usr/{local/lib,lib64,lib/*,lib}/asterisk/modules/res_pjsip.so | head -n 1)
  data=$(existing /usr/share/asterisk/documentation /var/lib/asterisk/documentation | head -n 1)
  [ -n "$modules" ] && [ -n "$data" ] || return 1
  printf 'version=%s\nasterisk=%s\nsipp=%s\nmodules=%s\ndata=%s\n' \
    "$("$asterisk" -V | sed 's/^Asterisk //')" "$asterisk" "$sipp" "${modules%/*}" "${data%/*}"
}

archive() { # PATTERN: the first archive address of this machine's apt that matches, in either of apt's formats
  {
    sed -n 's/^URIs:[[:space:]]*//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | tr ' ' '\n'
    sed -n 's/^deb[[:space:]]\+\(\[[^]]*\][[:space:]]*\)\?\([^[:space:]]\+\).*/\2/p' \
      /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null
  } | grep -E -m 1 "$1" || true
}

sources() { # the apt sources of the wanted suites
  local distribution mirror security keyring=/usr/share/keyrings/debian-archive-keyring.gpg suite
  distribution=$(. /etc/os-release && echo "$ID")
  if [ "$distribution" = ubuntu ] && [ -z "${RINGWRIGHT_DEBIAN_MIRROR:-}" ]; then
    # Ubuntu's mirrors carry no Debian suites: take what this Ubuntu has, if it is the right release.
    mirror=$(archive '/ubuntu(-ports)?/?$')
    echo "deb [signed-by=/usr/share/keyrings/ubuntu-archive-keyring.gpg] $mirror" \
      "$(. /etc/os-release && echo "$VERSION_CODENAME") main universe"
    return
  fi
  mirror=${RINGWRIGHT_DEBIAN_MIRROR:-$(archive '/debian/?$')}
  [ -n "$mirror" ] || fail 3 "no Debian mirror among this machine's apt sources; maybe set RINGWRIGHT_DEBIAN_MIRROR"
  [ -f "$keyring" ] || fail 3 "$keyring is missing; maybe install debian-archive-keyring"
  security=$(archive '/debian-security/?$')
  for suite in "${suites[@]}"; do
    case $suite in
      *-security) echo "deb [signed-by=$keyring] ${security:-${mirror%/}-security} $suite main" ;;
      *) echo "deb [signed-by=$keyring] $mirror $suite main" ;;
    esac
  done
}

unpack() { # DIR: downloads with an apt state of its own, unpacks below DIR/root
  local dir=$1 apt deb
  mkdir -p "$dir"/apt/{lists/partial,cache/archives/partial,etc} "$dir/root"
  : >"$dir/apt/status"
  sources >"$dir/apt/etc/sources.list"
  apt=(apt-get -q -o "Dir::State=$dir/apt" -o "Dir::State::lists=$dir/apt/lists"
    -o "Dir::State::status=$dir/apt/status" -o "Dir::Cache=$dir/apt/cache"
    -o "Dir::Etc::SourceList=$dir/apt/etc/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::Log=$dir/apt" -o APT::Sandbox::User= -o Acquire::Retries=2 -o Acquire::http::Timeout=30)
  "${apt[@]}" update >"$dir/apt.log" 2>&1 && ! grep -q '^[EW]:.*Failed' "$dir/apt.log" ||
    fail 3 "cannot be unpacked today: $(grep -m 1 '^[EW]:' "$dir/apt.log" || echo 'apt-get update failed')"
  "${apt[@]}" -y --no-install-recommends -d install asterisk sip-tester >>"$dir/apt.log" 2>&1 ||
    fail 3 "cannot be unpacked today: $(grep -m 1 '^E:' "$dir/apt.log" || echo 'the download failed')"
  for deb in "$dir"/apt/cache/archives/*.deb; do dpkg -x "$deb" "$dir/root"; done
  rm -rf "$dir/apt" "$dir/root"/usr/share/{doc,man,locale,info}
}

launcher() { # DIR PROGRAM: writes DIR/bin/PROGRAM, which runs the unpacked program with the unpacked libraries
  local dir=$1 program=$2 loader paths
  # The loader in lib64 may be an absolute link out of the tree: take the file itself.
  loader=$(cd "$dir/root" && find . -type f -name 'ld-*.so*' | sort | head -n 1)
  [ -n "$loader" ] || fail 3 "was unpacked without a loader (ld-*.so)"
  paths=$(cd "$dir/root" && existing lib/*-linux-gnu usr/lib/*-linux-gnu usr/lib | sed "s|^|\$root/|" | paste -sd:)
  mkdir -p "$dir/bin"
  cat >"$dir/bin/${program##*/}" <<LAUNCHER
#!/bin/sh
root=\$(cd "\${0%/*}/../root" && pwd)
exec "\$root/$loader" --library-path "$paths" "\$root/$program" "\$@"
LAUNCHER
  chmod +x "$dir/bin/${program##*/}"
}

tell() { # prints where the unpacked programs are
  local modules
  modules=$(existing "$home"/root/usr/lib/{*/,}asterisk/modules | head -n 1)
  printf 'version=%s\nasterisk=%s\nsipp=%s\nmodules=%s\ndata=%s\n' \
    "$(cat "$home/version")" "$home/bin/asterisk" "$home/bin/sipp" "$modules" "$home/root/usr/share/asterisk"
}

on_path && exit 0
[ -f "$home/version" ] && { tell; exit 0; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null && command -v flock >/dev/null ||
  fail 4 "not on the PATH, and only Debian and Ubuntu machines can unpack it"

# One unpacks, the others wait; only a whole tree gets the final name.
mkdir -p "$cache"
exec 9>"$cache/asterisk-$release.lock"
flock 9
if [ ! -f "$home/version" ]; then
  rm -rf "$cache/asterisk-$release".new.*
  fresh=$(mktemp -d "$cache/asterisk-$release.new.XXXXXX")
  trap 'rm -rf "$fresh"' EXIT
  unpack "$fresh" 9>&-
  launcher "$fresh" usr/sbin/asterisk
  launcher "$fresh" usr/bin/sipp
  version=$("$fresh/bin/asterisk" -V | sed 's/^Asterisk //') || fail 3 "was unpacked but does not start"
  [[ $version == "$release".* ]] || fail 3 "cannot be unpacked today: the archive has Asterisk $version"
  echo "$version" >"$fresh/version"
  rm -rf "$home"
  mv "$fresh" "$home"
fi
tell
