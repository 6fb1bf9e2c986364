#!/usr/bin/env python3
# words.py – what a step says has a word of the window for every option and command that it names.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sentences of data/ and app/press/, and their translations, against the works of the window (kp-works-words.c)."""
import pathlib
import re
import sys

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)
TEXT = re.compile(r'_ ?\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
QUOTED = re.compile(r'“kaopin [^”]*”')
OPTION = re.compile(r'--[a-z]+(?:-[a-z]+)*')
COMMAND = re.compile(r'\bkaopin [a-z]')


def find_sentences(source):
    """Those that people read, each as one string."""
    return [''.join(LITERAL.findall(block)) for block in TEXT.findall(COMMENT.sub('', source))]


def find_known(source):
    """Options of works, fields and choices, without what follows “=”."""
    return {option.partition('=')[0] for option in re.findall(r'"(--[a-z-]+(?:=[a-z0-9]+)?)"', source)}


def find_faults(sentence, known):
    bare = QUOTED.sub('', sentence)
    for option in OPTION.findall(bare):
        if option not in known:
            yield f'{option} is no word of the window: {sentence[:80]}'
    if COMMAND.search(bare):
        yield f'a command stands outside of “…”: {sentence[:80]}'


def read_translations():
    text = (ROOT / 'po/zh_CN.po').read_text(encoding='utf-8').replace('"\n"', '')
    return dict(re.findall(r'^msgid "(.*)"\nmsgstr "(.*)"$', text, re.MULTILINE))


def main():
    known = set()
    for name in ('kp-works-table.c', 'kp-works-words.c'):
        known |= find_known((ROOT / 'app/works' / name).read_text(encoding='utf-8'))
    chinese = read_translations()
    faults = []
    for path in sorted([*(ROOT / 'data').rglob('*.c'), *(ROOT / 'app/press').glob('*.c')]):
        for sentence in find_sentences(path.read_text(encoding='utf-8')):
            for text in (sentence, chinese.get(sentence, '')):
                faults += [f'{path.name}: {fault}' for fault in find_faults(text, known)]
    sample = list(find_faults('Use --what, or kaopin marks; “kaopin total FILE --what” is fine, --reason too.', {'--reason'}))
    return print_tap([('/words/of-the-window', faults), ('/words/finds-samples', [] if len(sample) == 2 else sample)])


if __name__ == '__main__':
    sys.exit(main())
