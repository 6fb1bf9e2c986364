#!/bin/bash
# make-deb.sh – builds the Debian package of what is committed: the same bytes each time.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#     app/desktop/make-deb.sh [FOLDER]
#
# The package and its buildinfo come to lie in FOLDER (build/deb when left out). What isn't committed isn't in it.
set -eu
cd "$(dirname "$0")/../.."
source .ci/setup.sh

folder=${1:-build/deb}
# shellcheck disable=SC2086
install_packages $build_packages debhelper git
unpack_fonts

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/kaopin
mkdir "$tree" "$tree/debian"
git archive HEAD | tar -x -C "$tree"
mv "$tree"/app/desktop/debian/* "$tree/debian/"
mkdir "$tree/debian/fonts"
cp build/fonts/FandolFang-Regular.otf "$tree/debian/fonts/"

say "building the package"
(cd "$tree" && LC_ALL=C.UTF-8 quietly "$OLDPWD/build/logs/deb.log" dpkg-buildpackage -b -us -uc) \
  || die "The package can't be built; the reason is above and in build/logs/deb.log."
mkdir -p "$folder"
mv "$work"/kaopin*.deb "$work"/kaopin*.buildinfo "$folder/"
(cd "$folder" && sha256sum kaopin*.deb)
