# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Functions shared by installers/run and installers/test. Sourced, not run.

SOURCE_DIR=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
LOG_DIR="$SOURCE_DIR/build/log"

say() { printf '==> %s\n' "$*" >&2; }
note() { printf '    %s\n' "$*" >&2; }

# die MESSAGE [ADVICE...]: says what is wrong and what to do about it, and ends the program.
die() {
    printf 'installers/%s: %s\n' "$(basename -- "$0")" "$1" >&2
    shift
    [ $# -eq 0 ] || printf '    %s\n' "$@" >&2
    exit 1
}

# header_of FILE: its first block of comments, without the shell's own lines: the text of --help.
header_of() {
    awk 'NR > 1 && /SPDX|shellcheck/ { next } NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$1"
}

# Two of these programs in one clone would build in the same folder: the second waits for the first.
take_lock() {
    mkdir -p "$LOG_DIR" || die "cannot write to $SOURCE_DIR/build." "Make the clone writable for $(id -un)."
    exec 9>"$SOURCE_DIR/build/.lock"
    if ! flock --nonblock 9; then
        say "Another installers/run or installers/test is at work in this clone; waiting for it to finish"
        flock 9
    fi
}

release_lock() { exec 9>&-; }

# logged LOG TITLE COMMAND...: runs the command with its output in a log, of which the end is shown when it fails.
logged() {
    local log="$LOG_DIR/$1.log" title=$2
    shift 2
    say "$title"
    "$@" >"$log" 2>&1 9>&- </dev/null && return 0
    local status=$?
    tail -n 40 -- "$log" | sed 's/^/    | /' >&2
    note "The whole output is in $log"
    return "$status"
}

# --- the system ------------------------------------------------------------------------------------------------------

check_system() {
    local ID='' ID_LIKE='' VERSION_ID='' PRETTY_NAME=''
    # shellcheck disable=SC1091
    [ ! -r /etc/os-release ] || . /etc/os-release
    local name=${PRETTY_NAME:-$(uname -sr)}
    local otherwise=(
        "These programs know Debian 12 and systems made from it."
        "Here, install what is listed in $SOURCE_DIR/installers/packages in your system's own way, then call again with"
        "--no-packages. Needed are GCC 12, CMake 3.25 and Qt 6.4 or later.")
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        die "this system ($name) has no apt-get." "${otherwise[@]}"
    fi
    case " $ID $ID_LIKE " in
    *" debian "* | *" ubuntu "*) ;;
    *) die "this system ($name) is not made from Debian." "${otherwise[@]}" ;;
    esac
    [ "$ID" = debian ] || return 0
    case ${VERSION_ID%%.*} in
    12) ;;
    '' | *[!0-9]*) note "A Debian without a version number (testing or unstable): not tried there, going on" ;;
    *)
        [ "${VERSION_ID%%.*}" -gt 12 ] ||
            die "$name is too old: its Qt is older than 6.4 and its CMake older than 3.25." "Use Debian 12 or later."
        note "$name: made on Debian 12 and not tried there, going on"
        ;;
    esac
}

# --- packages --------------------------------------------------------------------------------------------------------

# listed_packages WHEN...: the lines of the list for these occasions, PACKAGE[|COMMAND].
listed_packages() {
    local when package _
    while read -r when package _; do
        case " $* " in *" $when "*) printf '%s\n' "$package" ;; esac
    done <"$SOURCE_DIR/installers/packages"
}

# missing_packages WHEN...: the packages that are not installed.
missing_packages() {
    local entry package command installed
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^[ih]i //p')
    for entry in $(listed_packages "$@"); do
        package=${entry%%|*}
        command=${entry#"$package"}
        command=${command#|}
        [ -z "$command" ] || ! command -v "$command" >/dev/null || continue
        grep -Fqx -- "$package" <<<"$installed" || printf '%s\n' "$package"
    done
}

# as_root COMMAND...: through sudo when this user is not root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 2 ]; then
        sudo -- "$@"
    else
        sudo -n -- "$@"
    fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 "$@"; }

# install_packages WHEN...: installs with apt what is missing, and says what stands in the way when it cannot.
install_packages() {
    local missing package unknown=()
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Missing packages: ${missing[*]}"
    local by_hand="apt-get install --no-install-recommends ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            die "cannot install packages: $(id -un) is not root and there is no sudo." "Run as root: $by_hand"
        if [ -t 2 ]; then sudo -v; else sudo -n true 2>/dev/null; fi ||
            die "cannot install packages: sudo does not let $(id -un) do that." "Run as root: $by_hand"
    fi
    # A mirror that is down is an error only when a package has to come from it: apt-get install tells.
    logged apt-update "Reading the package lists" apt update || note "Going on with the lists of the last update"
    for package in "${missing[@]}"; do
        apt-cache show "$package" >/dev/null 2>&1 || unknown+=("$package")
    done
    [ ${#unknown[@]} -eq 0 ] ||
        die "apt does not know: ${unknown[*]}" \
            "Either the package lists could not be read (is there a network? see $LOG_DIR/apt-update.log)," \
            "or this system is older than Debian 12 or has no source with its component main (/etc/apt)."
    logged apt-install "Installing ${#missing[@]} packages" apt install --no-install-recommends "${missing[@]}" ||
        die "apt-get could not install the packages." "Is there a network and room on the disk? By hand: $by_hand"
}

# --- building --------------------------------------------------------------------------------------------------------

# Compiling takes up to 1.2 GB a file: as many jobs as there are processors and memory for. JOBS=n overrides.
jobs_to_use() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1200000) }' /proc/meminfo)
    [ "${memory:-1}" -ge "$processors" ] || processors=$memory
    [ "$processors" -ge 1 ] || processors=1
    printf '%s\n' "${JOBS:-$processors}"
}

# build PRESET [TARGET...]: configures when that has not been done yet, and builds.
build() {
    local preset=$1 folder="$SOURCE_DIR/build/$1"
    shift
    local home
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
    if [ ! -f "$folder/build.ninja" ] || [ "$SOURCE_DIR/CMakePresets.json" -nt "$folder/build.ninja" ] ||
        [ "$home" != "$SOURCE_DIR" ]; then
        local fresh=()
        # A tree that was moved or copied has the old place written all over its build folder.
        [ -z "$home" ] || [ "$home" = "$SOURCE_DIR" ] || fresh=(--fresh)
        (cd -- "$SOURCE_DIR" && logged "configure-$preset" "Configuring build/$preset" cmake --preset "$preset" "${fresh[@]}") ||
            die "CMake could not configure the preset $preset."
        touch -- "$folder/build.ninja"
    fi
    say "Building build/$preset"
    local log="$LOG_DIR/build-$preset.log"
    if [ -t 1 ]; then
        ninja -C "$folder" -j "$(jobs_to_use)" "$@" 9>&- </dev/null || die "the build failed."
    elif ! ninja -C "$folder" -j "$(jobs_to_use)" "$@" >"$log" 2>&1 9>&- </dev/null; then
        # The first failure matters most; what else was being compiled ends after it.
        grep -n -m 1 -A 60 '^FAILED:' "$log" | cut -c 1-400 | sed 's/^/    | /' >&2 || tail -n 40 "$log" >&2
        die "the build failed." "The whole output is in $log"
    fi
}
