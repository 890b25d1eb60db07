#!/usr/bin/env bash
# Debian packages that some tests use: Java for the Spark tests, Chromium to look at pages.
# Installed where this user may (root, apt-get there); where not, what is missing is said in one line and those tests skip or fail.
set -euo pipefail

missing=()
command -v java >/dev/null || missing+=(default-jre-headless)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1; then
    exit 0
  fi
fi
echo "test set-up: not installed, and the tests that need them will say so: ${missing[*]}" >&2
