#!/bin/sh
# Makes .venv and fills it: `environment.sh run` to use the app, `environment.sh test` to test it as well.
# A copy of the lock stays inside .venv; while that copy is the same, nothing is installed and this takes no time.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-run}
python=${PYTHON:-python3}

stop() { echo "$1" >&2; exit 2; }

command -v "$python" >/dev/null 2>&1 || stop "Python is missing: install Python 3.11 or newer (Debian: apt install python3 python3-venv)."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "$("$python" --version) is too old: Python 3.11 or newer is needed (another one: make start PYTHON=python3.12)."

# A virtual environment holds its own path, so one that was moved or whose Python has gone is made again.
if [ -d .venv ] && { [ "$(cat .venv/place 2>/dev/null)" != "$PWD" ] || ! .venv/bin/python -c '' 2>/dev/null; }; then
    rm -rf .venv
fi
if [ ! -d .venv ]; then
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian keeps the maker of environments in a package of its own.
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "Installing python3-venv ..."
            { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y python3-venv; } >/dev/null
        fi
        "$python" -c 'import ensurepip, venv' 2>/dev/null ||
            stop "This Python cannot make a virtual environment. On Debian or Ubuntu: sudo apt install python3-venv"
    fi
    echo "Making .venv ..."
    "$python" -m venv .venv || { rm -rf .venv; stop "Making .venv failed: see the lines above."; }
    echo "$PWD" > .venv/place
fi

pip() { PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip -qq "$@"; }

lock=constraints.txt
[ "$kind" = test ] && lock=constraints-test.txt
if ! cmp -s "$lock" ".venv/$lock"; then
    echo "Installing what $lock names ..."
    # The lock is complete, so nothing has to be looked up besides: --no-deps.
    pip install --require-hashes --no-deps -r "$lock" ||
        stop "Installing failed. Is there a network? The lines above name the package."
    cp "$lock" ".venv/$lock"
    # The test lock holds all of the other.
    [ "$kind" = test ] && cp constraints.txt .venv/constraints.txt
fi
if ! cmp -s pyproject.toml .venv/pyproject.toml; then
    # The builder comes from the lock as well: nothing is fetched unchecked.
    pip install --no-build-isolation --no-deps --editable . || stop "Installing leefgebieden itself failed: see above."
    cp pyproject.toml .venv/pyproject.toml
fi
