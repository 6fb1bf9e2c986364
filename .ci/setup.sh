# setup.sh – what this project needs from Debian 12, and how it is put in place.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by ./run and ./check, which differ only in the groups of packages that they ask for. Nothing is installed
# twice: dpkg is asked first, so that a second run takes no time and needs no network.

build_packages="
  adwaita-icon-theme build-essential desktop-file-utils fonts-hanazono fonts-lxgw-wenkai fonts-noto-cjk
  fonts-noto-core gettext libadwaita-1-dev libcmark-dev libexpat1-dev libfribidi-dev libglib2.0-dev libgtk-4-dev
  libharfbuzz-dev libhpdf-dev libicu-dev libjson-glib-dev libminizip-dev libpoppler-glib-dev libpq-dev libqpdf-dev
  libqrencode-dev librsvg2-common libsodium-dev libsqlite3-dev libssl-dev libxlsxwriter-dev libxml2-utils locales
  meson ninja-build pkg-config python3 xz-utils"

check_packages="
  appstream at-spi2-core clang dbus libclang-rt-14-dev libjs-pdf llvm mupdf-tools nodejs poppler-utils postgresql-15
  python3-pyatspi qpdf sqlite3 xauth xvfb"

say ()
{
  printf '%s: %s\n' "${0##*/}" "$*"
}

die ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Runs a command with its output in a file that is shown only when the command fails.
quietly ()
{
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; return 1; }
}

# Says before anything is changed what the machine must be changed for.
need_root ()
{
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null \
    || die "$1, but you are not root and sudo isn't here; run this once as root."
}

as_root ()
{
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt ()
{
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
    apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@"
}

# Prints those of the named packages that aren't installed.
missing_packages ()
{
  local here
  here=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p')
  printf '%s\n' "$@" | grep -vxF -e "$here" || true
}

refresh_package_lists ()
{
  [ -z "${lists_are_fresh:-}" ] || return 0
  need_root "Debian's package lists must be fetched"
  apt update >build/logs/apt-update.log 2>&1 \
    || die "Debian's package lists can't be fetched; look at the network (details: build/logs/apt-update.log)."
  lists_are_fresh=yes
}

install_packages ()
{
  local missing
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null \
    || die "This machine has no apt-get; Kaopin is built on Debian 12."
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC1091
  grep -q '^ID=debian' /etc/os-release && grep -q '^VERSION_ID="12"' /etc/os-release \
    || die "Packages are missing ($(echo $missing)) and this isn't Debian 12; install their like by hand."
  need_root "Packages must be installed ($(echo $missing))"
  # The tests start a server of their own: none of the system shall be set up.
  if printf '%s\n' "$missing" | grep -q '^postgresql'; then
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.d/kaopin.conf >/dev/null
  fi
  say "installing $(echo "$missing" | wc -l) packages from Debian"
  refresh_package_lists
  # shellcheck disable=SC2086
  apt install --no-install-recommends $missing >build/logs/apt-install.log 2>&1 \
    || die "Debian's packages can't be installed; look at the network (details: build/logs/apt-install.log)."
}

# 仿宋, the type of official documents, comes only inside a large package of TeX: the fonts alone are taken out.
unpack_fonts ()
{
  local work
  [ ! -e build/fonts/FandolFang-Regular.otf ] || return 0
  say "fetching the Fandol fonts (仿宋) out of texlive-lang-chinese"
  [ -n "$(apt-cache policy texlive-lang-chinese 2>/dev/null | sed -n '/Candidate: [0-9]/p')" ] || refresh_package_lists
  work=$(mktemp -d)
  if (cd "$work" && apt-get -q download texlive-lang-chinese >log 2>&1) \
    && dpkg-deb --fsys-tarfile "$work"/texlive-lang-chinese_*.deb \
      | tar -C "$work" -x --wildcards '*/fonts/opentype/public/fandol/*.otf' '*/fonts/fandol/COPYING.gz'; then
    rm -rf build/fonts build/fonts.new
    mkdir -p build/fonts.new
    find "$work" \( -name COPYING.gz -o -name '*.otf' \) -exec cp {} build/fonts.new/ \;
    mv build/fonts.new build/fonts
    rm -rf "$work"
  else
    rm -rf "$work"
    die "The package texlive-lang-chinese can't be fetched for its 仿宋 font; look at the network and try again."
  fi
}

make_locale ()
{
  locale -a | grep -qix 'zh_CN.utf-\?8' && return 0
  say "generating the locale zh_CN.UTF-8"
  need_root "The locale zh_CN.UTF-8 must be generated"
  as_root localedef -i zh_CN -f UTF-8 zh_CN.UTF-8 || die "The locale zh_CN.UTF-8 can't be generated."
}

# Configures once; ninja itself notices later changes of the build files.
configure ()
{
  local folder=$1
  shift
  [ -e "$folder/build.ninja" ] || quietly "build/logs/${folder##*/}-setup.log" meson setup "$folder" "$@" \
    || die "Configuring $folder failed; the reason is above."
}

mkdir -p build/logs 2>/dev/null && [ -w build/logs ] \
  || die "$PWD/build can't be written to by you; give it back to its owner or use another copy."
