#!/usr/bin/env bash
# lint.sh   Holds the Swift sources against .swift-format, and the scripts against bash's own syntax check.
set -euo pipefail
cd "$(dirname "$0")/.."
swift format lint --strict --parallel --recursive Sources Tests Fuzzing Package.swift
for script in scripts/*.sh .ci/run; do bash -n "$script"; done
