#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Untested: nobody has run this yet. It is written down so that the first who tries has somewhere to start.
#
# installers/packaging/macos.sh: makes Shardscape.app and a disk image of it in build/package, with what Homebrew has.
# QCustomPlot, libpg_query and tl::expected, where Homebrew lacks them, have to be in CMAKE_PREFIX_PATH.
set -euo pipefail
source_dir=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
version=$(sed -n 's/^project(Shardscape VERSION \([0-9.]*\).*/\1/p' "$source_dir/CMakeLists.txt")

[ "$(uname)" = Darwin ] || { echo "This makes packages for macOS, on macOS." >&2; exit 1; }
brew install cmake ninja qt boost sqlite nlohmann-json fmt cli11 xxhash libpg_query

cd -- "$source_dir"
cmake --preset release -DSHARDSCAPE_TESTS=OFF -DCMAKE_PREFIX_PATH="$(brew --prefix)"
cmake --build build/release

app=build/package/Shardscape.app
rm -rf -- build/package
mkdir -p -- "$app/Contents/MacOS" "$app/Contents/Resources"
cmake --install build/release --prefix build/package/files
cp -- build/package/files/bin/shardscape build/package/files/bin/shardscape-cli "$app/Contents/MacOS/"
# The program looks for its files in ../share/shardscape.
cp -R -- build/package/files/share "$app/Contents/share"

iconset=build/package/shardscape.iconset
mkdir -p -- "$iconset"
for size in 16 32 128 256 512; do
    sips -s format png -z "$size" "$size" resources/desktop/org.shardscape.Shardscape.svg --out "$iconset/icon_${size}x${size}.png"
done
iconutil -c icns -o "$app/Contents/Resources/shardscape.icns" "$iconset"

cat >"$app/Contents/Info.plist" <<PLIST
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
  <key>CFBundleIdentifier</key><string>org.shardscape.Shardscape</string>
  <key>CFBundleName</key><string>Shardscape</string>
  <key>CFBundleExecutable</key><string>shardscape</string>
  <key>CFBundleIconFile</key><string>shardscape</string>
  <key>CFBundlePackageType</key><string>APPL</string>
  <key>CFBundleShortVersionString</key><string>$version</string>
  <key>CFBundleLocalizations</key><array><string>en</string><string>zh_CN</string></array>
  <key>NSHighResolutionCapable</key><true/>
  <key>CFBundleDocumentTypes</key><array><dict>
    <key>CFBundleTypeName</key><string>Shardscape project</string>
    <key>CFBundleTypeExtensions</key><array><string>shardscape</string></array>
    <key>CFBundleTypeRole</key><string>Editor</string>
  </dict></array>
</dict></plist>
PLIST

"$(brew --prefix qt)/bin/macdeployqt" "$app" -dmg
echo "build/package/Shardscape.dmg"
