#!/usr/bin/env python3
# summary.py – the count that ./check ends with misses no failure.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays logs as meson writes them into a folder and compares the last line of .ci/summary.py."""
import json
import pathlib
import subprocess
import sys
import tempfile

from tap import print_tap

SUMMARY = pathlib.Path(__file__).resolve().parent.parent.parent / '.ci' / 'summary.py'
FINE = '<testcase name="1 /a/b"/>'
BAD = '<testcase name="2 /a/c"><failure/></testcase>'
SKIPPED = '<testcase name="3 /a/d"><skipped/></testcase>'
# Each: what it shows, failures from elsewhere, the paths of one program, its own result, the last line.
CASES = [
    ('counts-each-path', 0, FINE * 3, 'OK', '3 passed, 0 failed'),
    ('counts-a-failed-path-once', 0, FINE + BAD, 'ERROR', '1 passed, 1 failed'),
    ('counts-a-crash-after-good-paths', 0, FINE, 'ERROR', '1 passed, 1 failed'),
    ('counts-a-program-out-of-time', 0, FINE, 'TIMEOUT', '1 passed, 1 failed'),
    ('counts-no-skipped-path', 0, FINE + SKIPPED, 'OK', '1 passed, 0 failed'),
    ('counts-failures-from-elsewhere', 2, FINE, 'OK', '1 passed, 2 failed'),
    ('fails-without-any-path', 0, '', 'OK', '0 passed, 1 failed'),
    ('fails-without-logs', 0, None, None, '0 passed, 1 failed'),
    ('fails-on-a-torn-log', 0, '<testcase', 'OK', '0 passed, 1 failed'),
]


def summarise(broken, paths, result):
    with tempfile.TemporaryDirectory() as name:
        logs = pathlib.Path(name) / 'meson-logs'
        logs.mkdir()
        if paths is not None:
            (logs / 'testlog.junit.xml').write_text(
                f'<testsuites><testsuite name="kaopin.kaopin:rules / rules-a">{paths}</testsuite></testsuites>',
                encoding='utf-8')
            (logs / 'testlog.json').write_text(
                json.dumps({'name': 'kaopin:rules / rules-a', 'result': result}) + '\n', encoding='utf-8')
        done = subprocess.run([sys.executable, str(SUMMARY), str(broken), name], capture_output=True, text=True,
                              check=False)
    return done.stdout.splitlines()[-1], done.returncode


def main():
    results = []
    for title, broken, paths, result, expected in CASES:
        line, status = summarise(broken, paths, result)
        right = line == expected and (status == 0) == expected.endswith(' 0 failed')
        results.append((f'/check/summary/{title}', [] if right else [f'“{line}”, exit {status}, for “{expected}”']))
    return print_tap(results)


if __name__ == '__main__':
    sys.exit(main())
