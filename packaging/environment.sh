# Sourced by packaging/run and packaging/test: makes the environment in .venv from the lock file, once.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null || continue
        if "$candidate" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    say "Cloister needs Python 3.11, 3.12 or 3.13 with its venv module. Install one and run this again."
    return 1
}

# Installs Debian/Ubuntu packages that are missing, where this user may; says what is missing where not.
need_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        if sudo -n true 2>/dev/null; then root=(sudo -n); else
            say "Missing system packages; please install: sudo apt-get install ${missing[*]}"
            return 0
        fi
    fi
    say "Installing system packages: ${missing[*]}"
    "${root[@]}" apt-get update -qq >/dev/null || true
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        say "Some system packages could not be installed: ${missing[*]}"
}

window_packages=(
    libegl1 libgl1 libopengl0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4
    libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
    fonts-dejavu-core
)

make_environment() {
    local python stamp
    stamp=.venv/.lock-sha256
    if [ -f "$stamp" ] && (cd packaging && sha256sum --check --status "../$stamp") 2>/dev/null; then return; fi
    python=$(find_python)
    command -v cc >/dev/null && command -v c++ >/dev/null || need_packages build-essential
    say "Creating the environment in .venv (the model runtime is compiled; this takes a few minutes once)."
    "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r packaging/requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
    (cd packaging && sha256sum requirements.lock) >"$stamp"
}
