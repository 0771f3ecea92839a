#!/usr/bin/env bash
# Makes the Python environment from the hash-locked file and gets what Python cannot bring along:
#   prepare.sh local    for `make demo`
#   prepare.sh test     for `make test`, `make lint` and `make bench` (adds a browser)
# Needs python3 (3.11 or newer) with pip. Asks nobody for a password: where it may not install, it says the command.
set -euo pipefail
cd "$(dirname "$0")/../.."

wanted=${1:?local or test}
lock=requirements/$wanted.txt
venv=.venv

say() { printf '%s\n' "$*" >&2; }
on_mac() { [ "$(uname)" = Darwin ]; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
may_apt() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

apt_install() {
    may_apt || return 1
    say "Installing from the system's packages: $*"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@")
    as_root "${install[@]}" >/dev/null 2>&1 || { as_root apt-get update -qq && as_root "${install[@]}" >/dev/null; }
}

find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    say "Python 3.11 or newer is needed. Install it with: $(on_mac && echo 'brew install python' || echo 'sudo apt-get install python3')"
    return 1
}

make_venv() {
    "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    local python
    python=$(find_python)
    rm -rf "$venv"
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv "$venv"
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip "$venv" # Debian's python3 without python3-venv: its own pip fills the environment
    elif apt_install python3-venv python3-pip; then
        "$python" -m venv "$venv"
    else
        say "Python's venv is missing. Install it with: sudo apt-get install python3-venv"
        return 1
    fi
}

# The pip that installs: uv where there is one (it is quicker), else the environment's, else the system's.
run_pip() {
    local uv
    uv=$(command -v uv || command -v "$venv/bin/uv" || true)
    if [ -n "$uv" ]; then
        "$uv" pip install --quiet --python "$venv/bin/python" "$@"
    elif [ -x "$venv/bin/pip" ]; then
        "$venv/bin/python" -m pip install -qq --no-compile --disable-pip-version-check --no-input "$@"
    else
        "$(find_python)" -m pip --python "$venv/bin/python" install -qq --no-compile --disable-pip-version-check --no-input "$@"
    fi
}

# A copy of the lock stays in the environment: as long as it is the same, there is nothing to install.
install_packages() {
    cmp -s "$lock" "$venv/installed-$wanted.txt" && return
    say "Installing the Python packages of $lock (once)"
    run_pip --require-hashes --no-deps --only-binary :all: -r "$lock"
    cp "$lock" "$venv/installed-$wanted.txt"
    if [ "$wanted" = test ]; then cp requirements/local.txt "$venv/installed-local.txt"; fi
}

has_pango() {
    if on_mac; then
        ls /opt/homebrew/lib/libpangoft2-1.0*.dylib /usr/local/lib/libpangoft2-1.0*.dylib 2>/dev/null | grep -q .
    else
        "$venv/bin/python" -c 'import ctypes
for name in ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"): ctypes.CDLL(name)' 2>/dev/null
    fi
}

get_pango() {
    has_pango && return
    on_mac || apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || true
    has_pango && return
    say "Everything works but the PDFs, which need Pango. Install it with: $(on_mac && echo 'brew install pango' \
        || echo 'sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0')"
}

has_browser() { "$venv/bin/python" -c 'import sys
from config.local.programs import chromium_program
sys.exit(chromium_program() is None)'; }

get_browser() {
    has_browser && return
    on_mac || apt_install chromium || true
    has_browser && return
    say "The browser tests are skipped, because there is no Chromium. Install it with: $(on_mac && echo 'brew install --cask chromium' \
        || echo 'sudo apt-get install chromium')"
    [ "${REQUIRE_BROWSER:-0}" != 1 ]
}

make_venv
install_packages
get_pango
if [ "$wanted" = test ]; then get_browser; fi
