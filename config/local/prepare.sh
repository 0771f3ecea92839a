#!/usr/bin/env bash
# Makes the Python environment from the hash-locked file and gets what Python cannot bring along:
#   prepare.sh local    for `make demo`, `make dev` and `make shell`
#   prepare.sh test     for all others (adds a browser and the fonts that it needs)
# Needs python3 (3.11 or newer) with pip. Asks nobody for a password: where it may not install, it says the command.
set -euo pipefail
cd "$(dirname "$0")/../.."

wanted=${1:?local or test}
lock=requirements/$wanted.txt
venv=.venv
prepared=$venv/prepared-$wanted

# Everything was there the last time, and neither the lock nor this file has changed since: milliseconds, no Python.
if [ -x "$venv/bin/python" ] && cat "$lock" "$0" | cmp -s - "$prepared"; then exit 0; fi

# Byte code is kept, also where the environment says not to (config/local/bytecode.py does the same for the servers).
mkdir -p -m 711 .local
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX=${PYTHONPYCACHEPREFIX:-$PWD/.local/pycache}

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
    if "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip "$venv" # the pip of the machine fills it: unpacking another one takes seconds
    elif "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv "$venv"
    elif apt_install python3-venv python3-pip; then
        "$python" -m venv "$venv"
    else
        say "Python's venv is missing. Install it with: sudo apt-get install python3-venv"
        return 1
    fi
}

# The pip that installs: uv where there is one (it is quicker), else the environment's, else the system's.
# Nothing is compiled here: a quarter of the modules is ever imported, and the first process to import one compiles it.
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

has_browser() { "$venv/bin/python" -c 'import sys
from config.local.programs import chromium_program
sys.exit(chromium_program() is None)'; }

# Pages name Arial. Liberation Sans is as wide as it; the wider DejaVu Sans is what a machine without either falls back to.
# (PDFs bring their own fonts and draw a box for a letter that none of them has: they need none of the machine's.)
has_fonts() { # liberation, or dejavu
    on_mac || [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
        -iname "$1*Sans*.ttf" 2>/dev/null | head -n 1)" ]
}

# The system's packages that are missing.
missing_packages() {
    has_pango || echo libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    [ "$wanted" = test ] || return 0
    has_browser || echo chromium-headless-shell # a third less work a page than the whole browser
    has_fonts liberation || echo fonts-liberation
    has_fonts dejavu || echo fonts-dejavu-core
}

get_packages() {
    local missing
    missing=$(missing_packages)
    [ -z "$missing" ] && return
    # shellcheck disable=SC2086 # several names
    on_mac || apt_install $missing || apt_install ${missing/chromium-headless-shell/chromium} || true # not every system has the shell
    missing=$(missing_packages)
    [ -z "$missing" ] && return
    complete=no
    has_pango || say "Everything works but the PDFs, which need Pango."
    if [ "$wanted" = test ]; then has_browser || say "The browser tests are skipped, because there is no Chromium."; fi
    if on_mac; then
        say "Install what is missing with: brew install pango && brew install --cask chromium"
    else
        say "Install what is missing with: sudo apt-get install $(echo $missing)"
    fi
    [ "$wanted" != test ] || [ "${REQUIRE_BROWSER:-0}" != 1 ] || has_browser
}

complete=yes
make_venv
install_packages
get_packages
if [ "$complete" = yes ]; then cat "$lock" "$0" >"$prepared"; fi
