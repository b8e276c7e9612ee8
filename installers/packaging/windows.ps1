# SPDX-License-Identifier: GPL-3.0-or-later
# Untested: nobody has run this yet. It is written down so that the first who tries has somewhere to start.
#
# Makes an installer (NSIS) and a zip of Shardscape for 64-bit Windows, in an MSYS2 UCRT64 environment, because
# libpg_query does not build with MSVC. Needs MSYS2 (https://www.msys2.org) and NSIS; installs the rest with pacman.
#
#   powershell -File installers/packaging/windows.ps1 [-Msys C:\msys64]
param([string]$Msys = "C:\msys64")
$ErrorActionPreference = "Stop"

$source = (Resolve-Path (Join-Path $PSScriptRoot "..\..")).Path
$bash = Join-Path $Msys "usr\bin\bash.exe"
if (-not (Test-Path $bash)) { throw "There is no MSYS2 in $Msys. Install it, or name its folder with -Msys." }

function Invoke-Msys([string]$Command) {
    $env:MSYSTEM = "UCRT64"
    $env:CHERE_INVOKING = "1"
    & $bash -lc $Command
    if ($LASTEXITCODE -ne 0) { throw "Failed with ${LASTEXITCODE}: $Command" }
}

Push-Location $source
try {
    $prefix = "mingw-w64-ucrt-x86_64-"
    $packages = @("gcc", "cmake", "ninja", "qt6-base", "qt6-svg", "qt6-tools", "qt6-translations", "boost", "sqlite3",
                  "nlohmann-json", "fmt", "cli11", "xxhash", "nsis") | ForEach-Object { $prefix + $_ }
    Invoke-Msys ("pacman -S --needed --noconfirm " + ($packages -join " "))
    # Not packaged there: libpg_query, tl::expected and QCustomPlot have to be in CMAKE_PREFIX_PATH (build/depends).
    Invoke-Msys "cmake --preset release -DSHARDSCAPE_TESTS=OFF -DCMAKE_PREFIX_PATH=`$PWD/build/depends"
    Invoke-Msys "cmake --build build/release"
    Invoke-Msys "cmake --install build/release --prefix build/package"
    # The libraries and plugins of Qt beside the programs.
    Invoke-Msys "windeployqt6 --translations zh_CN,en build/package/bin/shardscape.exe"
    Invoke-Msys "cd build/release && cpack -G 'NSIS;ZIP'"
    Get-ChildItem build\release\shardscape-*
} finally {
    Pop-Location
}
