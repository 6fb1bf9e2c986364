#!/bin/bash
# make-flatpak.sh – builds the Flatpak of what is committed, in one file that an office can carry.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#     app/desktop/make-flatpak.sh [FOLDER]
#
# kaopin.flatpak comes to lie in FOLDER (build/flatpak when left out). The GNOME runtime must be installed or within reach;
# the fonts are those of Debian, so that the same list looks the same as from the package.
set -eu
cd "$(dirname "$0")/../.."
source .ci/setup.sh

folder=${1:-build/flatpak}
# shellcheck disable=SC2086
install_packages $build_packages flatpak flatpak-builder git
unpack_fonts

rm -rf build/flatpak/tree
mkdir -p build/flatpak/tree/fonts "$folder"
git archive HEAD | tar -x -C build/flatpak/tree
cp build/fonts/FandolFang-Regular.otf \
  /usr/share/fonts/opentype/noto/Noto{Sans,Serif}CJK-{Regular,Bold}.ttc \
  /usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-{Regular,Bold}.ttf \
  /usr/share/fonts/truetype/hanazono/HanaMin{A,B}.ttf \
  /usr/share/fonts/truetype/noto/{NotoSerifTibetan-{Regular,Bold},NotoNaskhArabic-{Regular,Bold},NotoSansMongolian-Regular}.ttf \
  build/flatpak/tree/fonts/

say "building the Flatpak"
quietly build/logs/flatpak.log flatpak-builder --force-clean --repo=build/flatpak/repo --state-dir=build/flatpak/state \
  build/flatpak/app app/desktop/org.kaopin.Kaopin.json \
  || die "The Flatpak can't be built; the reason is above and in build/logs/flatpak.log."
flatpak build-bundle build/flatpak/repo "$folder/kaopin.flatpak" org.kaopin.Kaopin
