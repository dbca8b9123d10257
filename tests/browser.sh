#!/bin/sh
# Makes sure that the tests have a browser, and prints its path: Debian's Chromium and fonts are installed when
# they are missing and we may. Without a browser it prints nothing, and the browser tests are left out;
# with CI=true that is an error. ASSESS_BROWSER names a browser of your own.
set -eu

packages="chromium fonts-noto-core fonts-dejavu-core"

say() { echo "$*" >&2; }

browser() {
    for name in "${ASSESS_BROWSER:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" && return
    done
    return 1
}

missing() {
    for package in $packages; do
        [ "$package" = chromium ] && browser >/dev/null && continue
        dpkg-query --show --showformat '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
    done
}

# Prints what makes a command run as root ("env" where we are root already), or fails where we may not.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then echo env; elif sudo -n true 2>/dev/null; then echo "sudo -n"; else return 1; fi
}

install() {
    say "Installing for the browser tests:" "$@"
    log=$(mktemp)
    if $root apt-get update >"$log" 2>&1 &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 20 "$log" >&2
        rm -f "$log"
        say "That did not work."
    fi
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    wanted=$(missing | tr '\n' ' ')
    if [ -n "$wanted" ] && root=$(as_root); then
        # shellcheck disable=SC2086 # a list of names
        install $wanted
    fi
fi

if browser; then
    exit 0
fi
if [ "${CI:-}" = true ]; then
    say "No Chromium was found, and CI=true asks for the browser tests."
    exit 1
fi
say "No Chromium was found: the tests marked 'browser' are left out. To run them: apt-get install $packages"
