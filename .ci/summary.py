#!/usr/bin/env python3
# summary.py – counts the results of `meson test`, one for each test path.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py BROKEN FOLDER... : BROKEN failures from elsewhere and the test logs of the build folders.

A program that crashed, ran out of time or ended badly leaves no failed path behind, so the list of programs is read
as well: each of those counts as one failure."""
import json
import pathlib
import sys
import xml.etree.ElementTree as tree

GOOD = {'OK', 'SKIP', 'EXPECTEDFAIL'}


def plain(name):
    """Takes the project and the suite, which meson puts before, off a name."""
    return name.rpartition(' / ')[2]


def read_paths(folder):
    """Yields (program, path, verdict) of each result."""
    log = folder / 'meson-logs' / 'testlog.junit.xml'
    for suite in tree.parse(log).getroot().iter('testsuite'):
        for case in suite.iter('testcase'):
            bad = case.find('failure') is not None or case.find('error') is not None
            skipped = case.find('skipped') is not None
            # A program without paths stands in a suite named like the project, and is itself the case.
            program = plain(suite.get('name').partition('.')[2] or case.get('name'))
            yield program, plain(case.get('name')), 'failed' if bad else 'skipped' if skipped else 'passed'


def read_programs(folder):
    """Yields (program, result) of each program that was run."""
    with open(folder / 'meson-logs' / 'testlog.json', encoding='utf-8') as log:
        for line in log:
            entry = json.loads(line)
            yield plain(entry['name']), entry['result']


def main(broken, folders):
    count = {'passed': 0, 'failed': broken, 'skipped': 0}
    for folder in map(pathlib.Path, folders):
        try:
            paths, programs = list(read_paths(folder)), list(read_programs(folder))
        except (OSError, tree.ParseError, ValueError) as fault:
            print(f'{folder}: the results can\'t be read: {fault}')
            count['failed'] += 1
            continue
        told = set()
        for program, path, verdict in paths:
            count[verdict] += 1
            if verdict != 'passed':
                print(f'{folder}: {verdict}: {program}: {path}')
            if verdict == 'failed':
                told.add(program)
        for program, result in programs:
            if result not in GOOD and program not in told:
                print(f'{folder}: failed: {program}: {result.lower()}')
                count['failed'] += 1
        if not paths:
            print(f'{folder}: no test was run')
            count['failed'] += 1
    if not folders and not broken:
        count['failed'] += 1
    if count['skipped']:
        print(f"{count['skipped']} skipped")
    print(f"{count['passed']} passed, {count['failed']} failed")
    return 0 if count['passed'] and not count['failed'] else 1


if __name__ == '__main__':
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
