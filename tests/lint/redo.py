#!/usr/bin/env python3
# redo.py – follows the page of the draw as a stranger would, and gets what the page says.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the commands of app/help/draw.md one after the other; each block of text is what the block before it prints."""
import pathlib
import re
import subprocess
import sys

from tap import print_tap

PAGE = pathlib.Path(__file__).resolve().parent.parent.parent / 'app/help/draw.md'
BLOCK = re.compile(r'^```(sh|text)\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def follow(text):
    """(commands before, command, what it should print) of each step."""
    before, last = '', ''
    for kind, block in BLOCK.findall(text):
        if kind == 'text':
            yield before, last, block
        else:
            before += f'{{\n{last}\n:\n}} >/dev/null\n'
            last = block


def main():
    results = []
    for number, (before, command, expected) in enumerate(follow(PAGE.read_text(encoding='utf-8')), 1):
        done = subprocess.run(['bash', '-eu', '-c', before + command], capture_output=True, text=True, check=False)
        faults = [] if done.stdout == expected else [f'step {number} prints {done.stdout!r} {done.stderr!r}']
        results.append((f'/help/draw/step-{number}', faults))
    results.append(('/help/draw/has-steps', [] if len(results) == 5 else [f'{len(results)} steps were found']))
    return print_tap(results)


if __name__ == '__main__':
    sys.exit(main())
