#!/bin/sh
# Installs what the tests need besides Python, only what is missing: a browser, java (the HTML checker), npm (fetches
# the checkers), poppler (reads a PDF back). As root, or with a sudo that asks no password; else it says what to install.
set -eu
cd "$(dirname "$0")/.."

missing=""
want() { # want PACKAGE COMMAND...: the package, unless one of the commands is there
    package=$1; shift
    for name in "$@"; do
        if command -v "$name" >/dev/null 2>&1; then return 0; fi
    done
    missing="$missing $package"
}

if [ -z "${LEEFGEBIEDEN_CHROMIUM:-}" ] && [ ! -d "/Applications/Google Chrome.app" ] && [ ! -d /Applications/Chromium.app ]; then
    want chromium chromium chromium-browser google-chrome google-chrome-stable
fi
want default-jre-headless java
want npm npm
want poppler-utils pdftotext

if [ -n "$missing" ]; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || sudo -n true 2>/dev/null; }; then
        echo "Installing for the tests:$missing (this can take some minutes) ..."
        log=$(mktemp)
        # shellcheck disable=SC2086  # the lists are meant to be split
        if ! { $as_root apt-get update -qq &&
               $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing; } >"$log" 2>&1; then
            tail -n 20 "$log" >&2
            echo "Installing failed. Install by hand:$missing" >&2
            exit 2
        fi
        rm -f "$log"
    else
        echo "The tests need$missing. On Debian or Ubuntu: sudo apt install$missing" >&2
        echo "On macOS: brew install --cask chromium; brew install openjdk node poppler" >&2
        exit 2
    fi
fi
exec "${PYTHON:-python3}" .ci/test-tools.py
